package dev.countersign.persistence.outage;

import dev.countersign.persistence.database.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of one test, which may be killed and started again with what it has stored.
 */
final class Postgres implements AutoCloseable {

  private static final int ATTEMPTS = 20;

  private final Path data;
  private final int port;
  private EmbeddedPostgres server;

  Postgres() throws IOException {
    this.data = Files.createTempDirectory("countersign-postgres");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
    this.server = start();
  }

  private EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        // The embedded server would otherwise lose its last commits when it is killed.
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("fsync", "on")
        .setPort(port)
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPGStartupWait(Duration.ofSeconds(30))
        .start();
  }

  int port() {
    return port;
  }

  static DatabaseAddress.Jdbc address(int port) {
    return new DatabaseAddress.Jdbc(
        "jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "postgres", true);
  }

  /** As by a power cut: no connection is closed politely, nothing is written any more. */
  void kill() throws Exception {
    String firstLine = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(firstLine.trim())).orElseThrow();
    postmaster.descendants().forEach(ProcessHandle::destroyForcibly);
    postmaster.destroyForcibly();
    postmaster.onExit().get(20, TimeUnit.SECONDS);
    // Gives up its lock on the directory; there is nothing left to stop.
    server.close();
  }

  /** Leftovers of the killed server may hold its memory for a moment. */
  void restart() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        server = start();
        return;
      } catch (IOException | IllegalStateException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      delete(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
