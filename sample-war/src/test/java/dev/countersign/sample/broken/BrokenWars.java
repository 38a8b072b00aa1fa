package dev.countersign.sample.broken;

import dev.countersign.sample.server.WebXml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Copies of the unpacked WAR with something broken, each over a copy of a store that is in order
 * and has data: were the breakage not noticed, a signed call would be admitted.
 */
record BrokenWars(Path war, Path store, Path directory) {

  /** The same files (hard links where they can be), with another web.xml. */
  Path copy(String name, UnaryOperator<WebXml> change) {
    Path copy = directory.resolve(name).resolve("war");
    Path home = directory.resolve(name).resolve("home");
    linkAll(war, copy);
    copyAll(store, home);
    Path webXml = copy.resolve("WEB-INF/web.xml");
    WebXml changed = change.apply(WebXml.of(war).contextParam("sample.directory", home.toString()));
    try {
      Files.delete(webXml);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    changed.writeTo(webXml);
    return copy;
  }

  Path without(String jar) {
    Path copy = copy("without-" + jar, UnaryOperator.identity());
    try {
      Files.delete(copy.resolve("WEB-INF/lib").resolve(jar));
      return copy;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  List<String> jars() {
    try (Stream<Path> all = Files.list(war.resolve("WEB-INF/lib"))) {
      return all.map(jar -> jar.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void linkAll(Path from, Path to) {
    each(
        from,
        to,
        (source, target) -> {
          try {
            Files.createLink(target, source);
          } catch (UnsupportedOperationException e) {
            Files.copy(source, target);
          }
        });
  }

  static void copyAll(Path from, Path to) {
    each(
        from,
        to,
        (source, target) -> Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING));
  }

  private interface Transfer {
    void file(Path source, Path target) throws IOException;
  }

  private static void each(Path from, Path to, Transfer transfer) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path source : all.toList()) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          transfer.file(source, target);
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
