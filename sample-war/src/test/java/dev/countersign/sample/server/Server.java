package dev.countersign.sample.server;

import java.nio.file.Path;

/**
 * A servlet container in this JVM, bound to the loopback interface, that shows its WARs nothing but
 * its own classes and theirs. Which one it is, the run of the tests says, so that every test runs
 * unchanged on each.
 */
public interface Server extends AutoCloseable {

  /** As the container names itself, with its version. */
  String name();

  int port();

  /**
   * Deploys an unpacked WAR under the context path {@code /name}; that the server refuses to is no
   * failure.
   */
  void deploy(String name, Path war);

  void undeploy(String name);

  /**
   * Lets these people log in to consoles, until the server ends. Tests of the console run where
   * this is done: it tests the console, and not the realms of servers.
   */
  default void admit(SampleUsers users) {}

  /** Whether headers of connections opened from now on are shown as spelled; most always do. */
  default void keepSpelling(boolean kept) {}

  /** Whether its WARs need not bring an implementation of JAX-RS. */
  default boolean hasJaxRs() {
    return false;
  }

  @Override
  void close();

  /**
   * Starts the one that the system property {@code it.server} names by the beginning of its name.
   *
   * @param directory where it may write; deleted with {@link #close()}
   */
  static Server start(Path directory) {
    String wanted = System.getProperty("it.server");
    Server server = StartedServer.of(wanted, directory);
    if (server.name().startsWith(wanted)) {
      return server;
    }
    server.close();
    throw new AssertionError("this run is for " + wanted + " and not for " + server.name());
  }
}
