package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that cannot write, for want of a jar of its own. */
class FailingLogTest {

  private static final Logger LOGGER = Logger.getLogger(AccessFilter.class.getName());

  @TempDir private Path directory;

  private final Recorder servlet = Recorder.greeting();

  /** Fails on one line. */
  private static final class Broken extends Handler {

    private final String part;

    Broken(String part) {
      this.part = part;
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord said) {
      if (said.getMessage().contains(part)) {
        throw new NoClassDefFoundError("org/example/log/Layout");
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private boolean isSpooledTo() throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isPresent();
    }
  }

  @Test
  void announcementThatFails_leavesNothingOpenBehindTheShutDoor() throws Exception {
    TestStores stores = new TestStores();
    ProvidedStores.reset();
    ProvidedStores.opening = settings -> stores;
    Broken broken = new Broken(" has started: ");
    LOGGER.addHandler(broken);
    try (TestWar war =
        BrokenConfigurationTest.provided(TestWar.war(), ProvidedStores.class.getName())
            .setting("spoolDirectory", directory.toString())
            .servlet("/*", servlet)
            .start()) {
      assertEquals(1, stores.closed.get());
      assertFalse(isSpooledTo());
      assertEquals(503, Call.get("/shop/echo/a").signedBy(TestApp.ALICE).send(war).status());
      assertEquals(0, servlet.invocations());
    } finally {
      LOGGER.removeHandler(broken);
      ProvidedStores.reset();
    }
  }
}
