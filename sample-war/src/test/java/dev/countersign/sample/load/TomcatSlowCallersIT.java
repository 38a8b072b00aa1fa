package dev.countersign.sample.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Directories;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.TomcatServer;
import dev.countersign.sample.spool.SpoolFiles;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.LargeUpload;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.WireSigner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * As many callers as the server has threads send one byte now and then, all at the same time. The
 * connector is set as the documentation recommends.
 */
class TomcatSlowCallersIT {

  private static final int CALLERS = 200;
  private static final Duration PROMPT = Duration.ofSeconds(20);

  private final Path home = Path.of(System.getProperty("it.directory"), "slow").toAbsolutePath();
  private TomcatServer server;

  @BeforeEach
  void start() throws Exception {
    Directories.delete(home);
    server = new TomcatServer(home.resolve("server"), 0);
    server.connector("maxSwallowSize", "0");
    server.connector("connectionTimeout", "5000");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Site site(String mode) {
    Path war =
        SampleProcess.war(
            home,
            mode,
            webXml -> webXml.initParam("bodyMode", mode).initParam("bodyTimeout", "8s"));
    server.deploy(mode, war);
    return new Site(server.port(), "/" + mode, home.resolve(mode + "-data"));
  }

  /** Their heads are good, so that their bodies are read; after the time-out no more. */
  @ParameterizedTest
  @ValueSource(strings = {"spool", "stream"})
  void signedBodiesThatTrickle_holdNoThreadAfterTheTimeout(String mode) throws Exception {
    Site site = site(mode);
    try (SlowCallers callers = SlowCallers.start(site.client(), CALLERS, () -> head(site, true))) {
      manyThreadsAreHeld();
      honestCallIsAnswered(site);
      noThreadIsHeld();
      assertTrue(callers.areStillSending(), "the callers have not given up");
      honestCallIsAnsweredPromptly(site);
    }
  }

  /** Their heads are refused, so that their bodies are only swallowed. */
  @ParameterizedTest
  @ValueSource(strings = {"spool", "stream"})
  void strangersBodiesThatTrickle_holdNoThread(String mode) throws Exception {
    Site site = site(mode);
    try (SlowCallers callers = SlowCallers.start(site.client(), CALLERS, () -> head(site, false))) {
      honestCallIsAnswered(site);
      noThreadIsHeld();
      assertTrue(callers.areStillSending(), "the callers have not given up");
      honestCallIsAnsweredPromptly(site);
    }
  }

  private static byte[] head(Site site, boolean signed) {
    RawRequest head = LargeUpload.of(1 << 20).head(site.request("POST", "/echo/via/stream"));
    Application echo = site.application("echo");
    return WireSigner.sign(head, signed ? echo : echo.withSecret("not the secret of anybody"))
        .head();
  }

  private void manyThreadsAreHeld() {
    AtomicInteger most = new AtomicInteger();
    SpoolFiles.await(() -> most.accumulateAndGet(server.busyThreads(), Math::max) > CALLERS / 2);
    assertTrue(most.get() > CALLERS / 2, () -> "at most " + most + " threads were busy");
  }

  private void noThreadIsHeld() {
    SpoolFiles.await(() -> server.busyThreads() == 0);
    assertEquals(0, server.busyThreads());
  }

  /** Whenever a thread is free for it. */
  private static void honestCallIsAnswered(Site site) {
    site.assertAdmitted(site.signed(site.request("POST", "/echo/a").body("text/plain", "honest")));
  }

  private static void honestCallIsAnsweredPromptly(Site site) {
    long before = System.nanoTime();
    honestCallIsAnswered(site);
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    assertTrue(took.compareTo(PROMPT) < 0, () -> "an honest call took " + took);
  }
}
