package dev.countersign.signing.fuzz;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The inputs beside a test class, where the fuzzer looks for them too, and the reasons that they
 * reach.
 *
 * @param inputs by the name of the file
 * @param reasons one in each line of {@code reasons.txt}
 */
record Corpus(Map<String, byte[]> inputs, List<String> reasons) {

  static Corpus of(Class<?> test, String method) {
    URL directory = test.getResource(test.getSimpleName() + "Inputs");
    try {
      Path path = Path.of(Objects.requireNonNull(directory, test.getName()).toURI());
      Map<String, byte[]> inputs = new TreeMap<>();
      for (Path file : files(path.resolve(method))) {
        inputs.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
      return new Corpus(inputs, Files.readAllLines(path.resolve("reasons.txt")));
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  List<byte[]> all() {
    return new ArrayList<>(inputs.values());
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }
}
