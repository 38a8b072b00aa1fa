package dev.countersign.sample.load;

import dev.countersign.sample.run.ServeSample;
import dev.countersign.sample.server.Directories;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.WarCopy;
import dev.countersign.sample.server.WebXml;
import dev.countersign.testing.logs.WatchedRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** The sample in a Tomcat in a process of its own, with a limited heap, that a test may kill. */
final class SampleProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final String PORT = "port ";

  private final Path home;
  private final Process process;
  private final int port;

  private SampleProcess(Path home, Process process, int port) {
    this.home = home;
    this.process = process;
    this.port = port;
  }

  /** Makes an unpacked WAR with other settings, which keeps its data below the home. */
  static Path war(Path home, String name, UnaryOperator<WebXml> settings) {
    WebXml webXml =
        WebXml.of(sample())
            .contextParam("sample.directory", home.resolve(name + "-data").toString())
            .contextParam("countersign.nonceStore", "memory");
    Path copy = home.resolve(name);
    Directories.delete(copy);
    return WarCopy.of(sample(), copy, settings.apply(webXml));
  }

  private static Path sample() {
    return Path.of(System.getProperty("sample.war"));
  }

  static SampleProcess start(Path home, String heap, Path... wars)
      throws IOException, InterruptedException {
    Files.createDirectories(home);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder = new ProcessBuilder(java, "-Xmx" + heap, "-Xss512k");
    builder.command().add("-XX:+ExitOnOutOfMemoryError");
    builder.command().add("-Djava.io.tmpdir=" + home);
    builder.command().add("-cp");
    builder.command().add(System.getProperty("java.class.path"));
    builder.command().add(ServeSample.class.getName());
    builder.command().add(home.resolve("server").toString());
    Arrays.stream(wars).map(Path::toString).forEach(builder.command()::add);
    builder.redirectError(home.resolve("log.txt").toFile());
    Process process = builder.start();
    try {
      return new SampleProcess(home, process, port(process.inputReader()));
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
      String log = Files.readString(home.resolve("log.txt"));
      throw new AssertionError("the server did not start: " + log, e);
    }
  }

  private static int port(BufferedReader out)
      throws TimeoutException, ExecutionException, InterruptedException {
    String line =
        CompletableFuture.supplyAsync(() -> portLine(out))
            .get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
    return Integer.parseInt(line.substring(PORT.length()));
  }

  /** The process tells it last, so there is nothing to read after it. */
  private static String portLine(BufferedReader out) {
    return out.lines().filter(line -> line.startsWith(PORT)).findFirst().orElseThrow();
  }

  Site site(String name) {
    return new Site(port, "/" + name, home.resolve(name + "-data"));
  }

  Process process() {
    return process;
  }

  /** As {@code kill -9} does. */
  void kill() {
    close();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    WatchedRun.lookThrough(home.resolve("log.txt"));
  }
}
