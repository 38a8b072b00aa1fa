package dev.countersign.signing.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of reasons is complete: every text that a parser refuses with is in it. */
class ReasonsInSourceTest {

  private static final Pattern REFUSAL =
      Pattern.compile("(?:malformed|unsupported|wrong)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  @ParameterizedTest(name = "of {0}")
  @CsvSource({
    "countersign1,Countersign1",
    "tencent,Tencent",
    "jdcloud,Jdcloud",
    "aliyun,Aliyun",
    "aws4,Aws4",
    "rfc9421,Rfc9421"
  })
  void everyRefusalInTheSource_isReachedByTheCorpus(String room, String scheme) throws Exception {
    Class<?> test = Class.forName(getClass().getPackageName() + '.' + scheme + "FuzzTest");
    List<String> reasons = Corpus.of(test, Regression.METHOD).reasons();
    List<String> texts = refusals(room);
    assertFalse(texts.isEmpty());
    List<String> missing =
        texts.stream()
            .filter(text -> reasons.stream().noneMatch(reason -> reason.contains(text)))
            .toList();
    assertEquals(List.of(), missing);
  }

  /** What all schemes ask of a header stands elsewhere. */
  @ParameterizedTest(name = "of {0}")
  @ValueSource(strings = {"Countersign1", "Tencent", "Jdcloud", "Aliyun", "Aws4", "Rfc9421"})
  void everyRuleOfASingleHeader_isReachedByTheCorpus(String scheme) throws Exception {
    Class<?> test = Class.forName(getClass().getPackageName() + '.' + scheme + "FuzzTest");
    List<String> reasons = Corpus.of(test, Regression.METHOD).reasons();
    List<String> rules =
        List.of("is missing", "occurs more than once", "is empty", "is longer than", "holds some");
    List<String> missing =
        rules.stream()
            .filter(
                rule ->
                    reasons.stream()
                        .noneMatch(each -> each.startsWith("malformed: a field " + rule)))
            .toList();
    assertEquals(List.of(), missing);
  }

  private static List<String> refusals(String room) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/countersign/signing", room))) {
      return files
          .flatMap(file -> REFUSAL.matcher(text(file)).results())
          .map(ReasonsInSourceTest::general)
          .toList();
    }
  }

  /** A text that goes on behind the quote is known by its beginning. */
  private static String general(MatchResult refusal) {
    String text = Reasons.general(refusal.group(1).replace("\\\"", "\""));
    return text.replaceFirst("'$", "").strip();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
