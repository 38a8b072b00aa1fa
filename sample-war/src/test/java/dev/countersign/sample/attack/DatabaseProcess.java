package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.FreePort;
import dev.countersign.testing.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The WAR's own H2 as a server in a process of its own, which a test may kill and start again. */
final class DatabaseProcess implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path directory;
  private final Path driver;
  private final int port;
  private Process process;

  private DatabaseProcess(Path directory, Path driver, int port) throws IOException {
    this.directory = directory;
    this.driver = driver;
    this.port = port;
    this.process = launch();
  }

  static DatabaseProcess start(Path directory, Path war) throws IOException {
    Files.createDirectories(directory);
    DatabaseProcess started = new DatabaseProcess(directory, driver(war), FreePort.next());
    started.awaitListening();
    return started;
  }

  private static Path driver(Path war) throws IOException {
    try (Stream<Path> jars = Files.list(war.resolve("WEB-INF/lib"))) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith("h2-"))
          .findFirst()
          .orElseThrow();
    }
  }

  String jdbcUrl() {
    return "jdbc:h2:tcp://localhost:" + port + "/./nodes";
  }

  /**
   * Changes one row as somebody with a tool of the database does, whose failure is only printed.
   */
  void changeRow(String sql) throws IOException, InterruptedException {
    Process shell =
        command("org.h2.tools.Shell", "-url", jdbcUrl(), "-user", "", "-password", "", "-sql", sql)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("shell.txt").toFile())
            .start();
    assertTrue(shell.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS), "the statement hangs");
    String said = Files.readString(directory.resolve("shell.txt"));
    assertTrue(said.contains("Update count: 1"), said);
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  void startAgain() throws IOException {
    process = launch();
    awaitListening();
  }

  private Process launch() throws IOException {
    return command(
            "org.h2.tools.Server",
            "-tcp",
            "-tcpPort",
            Integer.toString(port),
            "-ifNotExists",
            "-baseDir",
            directory.toString())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("server.txt").toFile())
        .start();
  }

  private ProcessBuilder command(String tool, String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder = new ProcessBuilder(java, "-Xmx128m", "-cp", driver.toString(), tool);
    builder.command().addAll(List.of(arguments));
    return builder;
  }

  private void awaitListening() {
    Eventually.within(LIMIT, "the database listens", this::listens);
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    kill();
  }
}
