package dev.countersign.sample.broken;

import dev.countersign.sample.server.WarCopy;
import dev.countersign.sample.server.WebXml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Copies of the unpacked WAR with something broken, each over a copy of a store that is in order
 * and has data: were the breakage not noticed, a signed call would be admitted.
 */
record BrokenWars(Path war, Path store, Path directory) {

  Path copy(String name, UnaryOperator<WebXml> change) {
    Path home = directory.resolve(name).resolve("home");
    WarCopy.copyAll(store, home);
    WebXml webXml = WebXml.of(war).contextParam("sample.directory", home.toString());
    return WarCopy.of(war, directory.resolve(name).resolve("war"), change.apply(webXml));
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
}
