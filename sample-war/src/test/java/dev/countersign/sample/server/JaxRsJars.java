package dev.countersign.sample.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** An implementation of JAX-RS as a WAR brings it to a server that has none. */
final class JaxRsJars {

  /** By what their names begin with. */
  private static final List<String> NAMES =
      List.of(
          "jersey-",
          "hk2-",
          "jakarta.ws.rs-",
          "jakarta.inject-",
          "jakarta.validation-",
          "aopalliance-",
          "javassist-",
          "osgi-resource-");

  private JaxRsJars() {}

  static void addTo(Path war) {
    List<Path> jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(jar -> NAMES.stream().anyMatch(jar.getFileName().toString()::startsWith))
            .toList();
    if (jars.size() < NAMES.size()) {
      throw new AssertionError("not all of JAX-RS is on the class path: " + jars);
    }
    try {
      for (Path jar : jars) {
        Files.copy(jar, war.resolve("WEB-INF/lib").resolve(jar.getFileName()));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
