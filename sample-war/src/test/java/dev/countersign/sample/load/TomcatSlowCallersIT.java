package dev.countersign.sample.load;

import dev.countersign.sample.server.Directories;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.TomcatServer;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.LargeUpload;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.WireSigner;
import dev.countersign.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two hundred callers send one byte now and then, all at the same time: every ten seconds with the
 * profile matrix, more often in a quick build. They are fewer than the server has threads, so that
 * an honest call need not wait for them.
 */
class TomcatSlowCallersIT {

  private static final int CALLERS = 200;
  private static final String THREADS = "250";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path directory = Path.of(System.getProperty("it.directory")).toAbsolutePath();
  private final Path home = directory.resolve("slow");
  private TomcatServer server;

  @BeforeEach
  void start() throws Exception {
    Directories.delete(home);
    server = new TomcatServer(home.resolve("server"), 0);
    server.connector("maxThreads", THREADS);
    server.connector("maxSwallowSize", "0");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Site site(String mode) {
    String timeout = System.getProperty("slow.bodyTimeout");
    Path war =
        SampleProcess.war(
            home,
            mode,
            webXml -> webXml.initParam("bodyMode", mode).initParam("bodyTimeout", timeout));
    server.deploy(mode, war);
    return new Site(server.port(), "/" + mode, home.resolve(mode + "-data"));
  }

  /** Their heads are good, so that their bodies are read; after the time-out no more. */
  @ParameterizedTest
  @ValueSource(strings = {"spool", "stream"})
  void signedBodiesThatTrickle_holdNoThreadAfterTheTimeout(String mode) throws Exception {
    Site site = site(mode);
    long begun = System.nanoTime();
    try (SlowCallers callers = callers(site, true)) {
      int held = manyThreadsAreHeld();
      HonestCalls between = HonestCalls.made(site, () -> allAreHeldUp(callers));
      Duration released = noThreadIsHeldSince(begun);
      HonestCalls after = HonestCalls.made(site, callers::areStillSending);
      report(mode + "-signed", held, between, released, after);
    }
  }

  /** Their heads are refused, so that their bodies are only swallowed. */
  @ParameterizedTest
  @ValueSource(strings = {"spool", "stream"})
  void strangersBodiesThatTrickle_holdNoThread(String mode) throws Exception {
    server.connector("connectionTimeout", "5000");
    Site site = site(mode);
    long begun = System.nanoTime();
    try (SlowCallers callers = callers(site, false)) {
      int held = server.busyThreads();
      HonestCalls between = HonestCalls.made(site, callers::areStillSending);
      Duration released = noThreadIsHeldSince(begun);
      HonestCalls after = HonestCalls.made(site, callers::areStillSending);
      report(mode + "-strangers", held, between, released, after);
    }
  }

  private static SlowCallers callers(Site site, boolean signed) throws IOException {
    Duration pause = Duration.ofMillis(Long.getLong("slow.pause"));
    SlowCallers callers =
        SlowCallers.start(site.client(), CALLERS, pause, () -> head(site, signed));
    Eventually.within(PATIENCE, "the callers send", callers::areStillSending);
    return callers;
  }

  private static byte[] head(Site site, boolean signed) {
    RawRequest head = LargeUpload.of(1 << 20).head(site.request("POST", "/echo/via/stream"));
    Application echo = site.application("echo");
    return WireSigner.sign(head, signed ? echo : echo.withSecret("not the secret of anybody"))
        .head();
  }

  private int manyThreadsAreHeld() {
    AtomicInteger most = new AtomicInteger();
    Eventually.within(
        PATIENCE,
        "more than half of the callers hold a thread",
        () -> most.accumulateAndGet(server.busyThreads(), Math::max) > CALLERS / 2);
    return most.get();
  }

  private Duration noThreadIsHeldSince(long begun) {
    Eventually.equal(PATIENCE, "busy threads", 0, server::busyThreads);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** All send, and none has been given up by the server. */
  private boolean allAreHeldUp(SlowCallers callers) {
    return callers.areStillSending() && callers.cutOff() == 0 && server.busyThreads() > CALLERS / 2;
  }

  private void report(
      String name, int held, HonestCalls between, Duration released, HonestCalls after)
      throws IOException {
    String line =
        String.format(
            Locale.ROOT,
            "%s: %d callers, a byte every %s ms, bodyTimeout %s: %d threads held, in between %s,"
                + " no thread held after %d ms, then %s%n",
            name,
            CALLERS,
            System.getProperty("slow.pause"),
            System.getProperty("slow.bodyTimeout"),
            held,
            between,
            released.toMillis(),
            after);
    Files.writeString(directory.resolve("slow-callers-" + name + ".txt"), line);
    System.out.print(line);
  }
}
