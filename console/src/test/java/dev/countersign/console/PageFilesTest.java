package dev.countersign.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the console serves is what is written down, and what is written down is there. */
class PageFilesTest {

  private static final String FOLDER = "dev/countersign/console/page/";
  private static final Path SOURCES = Path.of("src/main/resources", FOLDER);

  private static List<String[]> listed() throws IOException {
    return Files.readAllLines(SOURCES.resolve("files.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" "))
        .toList();
  }

  @Test
  void list_namesEveryFileOfThePageAndNoOther() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      Set<String> present =
          files
              .filter(Files::isRegularFile)
              .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
              .filter(name -> !name.equals("files.txt"))
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> written =
          listed().stream()
              .filter(line -> line[1].equals(FOLDER + line[0]))
              .map(line -> line[0])
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(present, written);
    }
  }

  @Test
  void everyOtherFile_isALibraryOfTheVersionOnTheClassPath() throws IOException {
    List<String[]> libraries =
        listed().stream().filter(line -> !line[1].equals(FOLDER + line[0])).toList();
    assertEquals(3, libraries.size());
    for (String[] line : libraries) {
      assertTrue(line[0].startsWith("lib/"), line[0]);
      assertTrue(line[1].startsWith("META-INF/resources/webjars/"), line[1]);
    }
    StaticFiles files = StaticFiles.load();
    for (String[] line : listed()) {
      assertTrue(files.find("/" + line[0]) != null, line[0]);
    }
  }

  @Test
  void everyImport_isOfAFileThatIsServed() throws IOException {
    StaticFiles files = StaticFiles.load();
    for (String[] line : listed()) {
      if (line[0].endsWith(".js") && !line[0].startsWith("lib/")) {
        String script = Files.readString(SOURCES.resolve(line[0]));
        Pattern.compile("from \"([^\"]+)\"")
            .matcher(script)
            .results()
            .map(found -> "/" + Path.of(line[0]).resolveSibling(found.group(1)).normalize())
            .forEach(path -> assertTrue(files.find(path) != null, path));
      }
    }
  }
}
