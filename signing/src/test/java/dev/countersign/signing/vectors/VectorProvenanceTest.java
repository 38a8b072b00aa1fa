package dev.countersign.signing.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The golden values are somebody else's: each is made again here by the program that made it first.
 */
class VectorProvenanceTest {

  private static final Path PROTOCOL = Path.of("..", "docs", "protocol.md");
  private static final String GENERATOR = "src/test/python/vectors/make_vectors.py";

  static List<AcceptedVector> accepted() {
    return VectorFile.accepted();
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void command_printsTheSignature(AcceptedVector row) {
    Programs.require("sh", "openssl");

    assertEquals(row.signature(), shell(row.command()));
  }

  @Test
  void generator_writesTheFileAgain() throws IOException {
    Programs.require("python3", "sh", "openssl");
    String written =
        Programs.run(Map.of("PYTHONDONTWRITEBYTECODE", "1"), List.of("python3", GENERATOR))
            .outOfSuccess();

    try (InputStream in = VectorFile.class.getResourceAsStream(VectorFile.RESOURCE)) {
      byte[] kept = Objects.requireNonNull(in).readAllBytes();
      assertEquals(new String(kept, StandardCharsets.UTF_8), written);
    }
  }

  @Test
  void workedExample_isWhatItsCommandPrints() throws IOException {
    Programs.require("sh", "openssl");
    String page = Files.readString(PROTOCOL);
    String command = between(page, "```sh\n", "\n```");

    assertTrue(page.contains("X-App-Signature: v1=" + shell(command) + "\n"));
    assertTrue(command.contains("'" + between(page, "216 bytes:\n\n```\n", "\n```") + "'"));
  }

  @Test
  void rows_citeRulesOfTheProtocol() throws IOException {
    Set<String> stated = ruleIds(Files.readString(PROTOCOL));
    Set<String> cited =
        Stream.concat(
                VectorFile.accepted().stream().flatMap(row -> row.rules().stream()),
                VectorFile.refused().stream().flatMap(row -> row.rules().stream()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(Set.of(), minus(cited, stated), "cited but not stated");
    assertEquals(
        Set.of("P-14", "P-15", "P-52", "P-60", "P-61", "P-62", "P-63", "P-80", "P-81"),
        minus(stated, cited),
        "rules of whole exchanges, which no single row can show");
  }

  private static Set<String> ruleIds(String page) {
    Set<String> ids = new TreeSet<>();
    Matcher rule = Pattern.compile("\\*\\*(P-\\d+)\\*\\*").matcher(page);
    while (rule.find()) {
      assertTrue(ids.add(rule.group(1)), () -> rule.group(1) + " is stated twice");
    }
    return ids;
  }

  private static Set<String> minus(Set<String> all, Set<String> without) {
    return all.stream().filter(id -> !without.contains(id)).collect(Collectors.toSet());
  }

  private static String between(String page, String start, String end) {
    int from = page.indexOf(start) + start.length();
    assertTrue(from >= start.length(), () -> "the page lacks " + start);
    return page.substring(from, page.indexOf(end, from));
  }

  private static String shell(String command) {
    return Programs.run(Map.of(), List.of("sh", "-c", command)).outOfSuccess();
  }
}
