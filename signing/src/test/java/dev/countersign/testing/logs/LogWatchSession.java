package dev.countersign.testing.logs;

import static java.lang.System.Logger.Level.TRACE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The first and the last step of a run: watches all logging, and fails the run when a log held what
 * it must not, or when it cannot be proved that it was watched. JUnit finds it as a service, so
 * that no test has to ask for it.
 */
public final class LogWatchSession implements LauncherSessionListener {

  /** Where the build wants its report; others run without a watch, in an editor too. */
  private static final String DIRECTORY = System.getProperty("log.watch");

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (DIRECTORY == null) {
      return;
    }
    if (!(LogManager.getLogManager() instanceof OpenLogManager)) {
      throw new AssertionError(
          "run with -Djava.util.logging.manager=" + OpenLogManager.class.getName());
    }
    WatchedCryptography.install();
    // For loggers that others have made, and the JDK's.
    Logger.getLogger("").addHandler(new Rest());
    System.getLogger(LogWatchSession.class.getName()).log(TRACE, LogMarker.TEXT);
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (DIRECTORY == null) {
      return;
    }
    List<String> faults = new ArrayList<>(LogWatch.RUN.findings());
    Set<Source> unheard = WatchedRun.unheard();
    unheard.retainAll(WatchedRun.expected());
    if (!unheard.isEmpty()) {
      faults.add("no planted marker was logged by " + unheard);
    }
    Path report = write(faults);
    if (!faults.isEmpty()) {
      throw new AssertionError(faults.size() + " faults of logs, see " + report);
    }
  }

  private static Path write(List<String> faults) {
    Path directory = Path.of(DIRECTORY);
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("summary.txt"), LogWatch.RUN.summary() + "\n");
      return Files.write(directory.resolve("findings.txt"), faults);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Rest extends Handler {
    @Override
    public void publish(LogRecord said) {
      if (!OpenLogManager.isOpen(String.valueOf(said.getLoggerName()))) {
        LogWatch.RUN.see(said);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
