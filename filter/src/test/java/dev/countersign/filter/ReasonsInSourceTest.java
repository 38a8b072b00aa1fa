package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fuzzed reasons are complete: every text that a parser of this module refuses with is one. */
class ReasonsInSourceTest {

  private static final Path SOURCES = Path.of("src/main/java/dev/countersign/filter");
  private static final Path CORPORA = Path.of("src/test/resources/dev/countersign/filter");
  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?:ambiguous\\(|(?:Rejection|UnreadableFormException)\\(\\s*Reason\\.[A-Z_]+,)"
              + "\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "access/TargetStep,access/TargetFuzzTest",
    "access/RawTarget,access/TargetFuzzTest",
    "FormParser,FormFuzzTest",
    "BodyParameters,FormFuzzTest",
    "MultipartBody,MultipartFuzzTest"
  })
  void everyRefusalInTheSource_isAmongTheReasons(String source, String test) throws IOException {
    List<String> texts = found(REFUSAL, Files.readString(SOURCES.resolve(source + ".java")));
    assertFalse(texts.isEmpty());
    List<String> reasons = reasons(test);
    List<String> missing =
        texts.stream()
            .map(text -> text.replace("\\\\", "\\").strip())
            .filter(text -> reasons.stream().noneMatch(reason -> reason.contains(text)))
            .toList();
    assertEquals(List.of(), missing);
  }

  private static List<String> reasons(String test) throws IOException {
    List<String> reasons =
        new ArrayList<>(Files.readAllLines(CORPORA.resolve(test + "Inputs/reasons.txt")));
    // Words that a target takes out because they hold a value.
    reasons.replaceAll(reason -> reason.replaceFirst("a header (?=is|overrides)", "the header "));
    reasons.replaceAll(reason -> reason.replaceFirst("is not text$", "is not text in"));
    return reasons;
  }

  private static List<String> found(Pattern pattern, String source) {
    List<String> texts = new ArrayList<>();
    Matcher matcher = pattern.matcher(source);
    while (matcher.find()) {
      texts.add(matcher.group(1));
    }
    return texts;
  }
}
