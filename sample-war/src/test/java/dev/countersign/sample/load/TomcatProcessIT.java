package dev.countersign.sample.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Directories;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.spool.SpoolFiles;
import dev.countersign.sample.wire.LargeUpload;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample in a process of its own: with a heap smaller than the bodies, and killed. */
class TomcatProcessIT {

  private static final long LARGE = 100L << 20;
  private static final int PARALLEL = 4;
  private static final String HEAP = "96m";

  private final Path home = Path.of(System.getProperty("it.directory"), "process").toAbsolutePath();
  private final Path spool = home.resolve("spool");

  @BeforeEach
  void clear() {
    Directories.delete(home);
  }

  @Test
  void bodiesLargerThanTheHeap_areReadInEitherMode() throws Exception {
    Path streaming = war("streaming", "stream");
    Path spooling = war("spooling", "spool");
    try (SampleProcess server = SampleProcess.start(home, HEAP, streaming, spooling)) {
      for (String mode : List.of("streaming", "spooling")) {
        List<CompletableFuture<RawResponse>> answers = new ArrayList<>();
        LargeUpload upload = LargeUpload.of(LARGE).inChunks();
        for (int i = 0; i < PARALLEL; i++) {
          String way = i % 2 == 0 ? "stream" : "listener";
          answers.add(CompletableFuture.supplyAsync(() -> send(server.site(mode), way, upload)));
        }
        for (CompletableFuture<RawResponse> each : answers) {
          RawResponse answer = each.get(5, TimeUnit.MINUTES);
          assertEquals(200, answer.status(), answer::toString);
          assertEquals(upload.sha256(), answer.json().path("body").path("sha256").asText());
        }
        assertTrue(server.process().isAlive(), "it ran out of memory in " + mode);
      }
    }
  }

  @Test
  void killedServer_leavesNoBody_andItsDirectoryIsSweptAtTheNextStart() throws Exception {
    assertTrue(SpoolFiles.openFilesAreShown(), "a system that shows open files");
    Path war = war("killed", "spool");
    try (SampleProcess first = SampleProcess.start(home, HEAP, war)) {
      Site site = first.site("killed");
      RawRequest signed =
          site.signed(LargeUpload.of(1 << 20).head(site.request("POST", "/echo/a")));
      try (Socket socket = site.client().open()) {
        socket.getOutputStream().write(signed.head());
        socket.getOutputStream().write(new byte[100_000]);
        SpoolFiles.of(spool, first.process()).awaitSome();
        first.kill();
      }
    }
    Path left = only(spool);
    assertEquals("lock", only(left).getFileName().toString(), "a body outlived its process");
    try (SampleProcess second = SampleProcess.start(home, HEAP, war)) {
      assertFalse(Files.exists(left), "not swept");
      Site site = second.site("killed");
      site.assertAdmitted(site.signed(site.request("POST", "/echo/a").body("text/plain", "again")));
    }
  }

  private Path war(String name, String mode) {
    return SampleProcess.war(
        home,
        name,
        webXml ->
            webXml
                .initParam("bodyMode", mode)
                .initParam("bodyLimit", "200MiB")
                .initParam("spoolDirectory", spool.toString()));
  }

  private static RawResponse send(Site site, String way, LargeUpload upload) {
    try {
      RawRequest head = upload.head(site.request("POST", "/echo/via/" + way));
      return upload.send(site.client(), site.signed(head));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Path only(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      List<Path> found = all.toList();
      assertEquals(1, found.size(), found::toString);
      return found.get(0);
    }
  }
}
