package dev.countersign.filter.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.filter.access.PathTemplate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** In the files {@code ''} is the empty pattern, and {@code none} no pattern at all. */
class UrlPatternTest {

  private static List<UrlPattern> all(String words) {
    return Stream.of(words.split(" ", -1))
        .filter(word -> !word.equals("none"))
        .map(UrlPatternTest::one)
        .toList();
  }

  private static UrlPattern one(String word) {
    return new UrlPattern(word.equals("''") ? "" : word);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/deployment/patterns.csv",
      delimiter = '|',
      quoteCharacter = '"',
      numLinesToSkip = 1)
  void pattern_coversAndTouchesTheOthersOfItsRow(
      String word, String covered, String touched, String neither) {
    UrlPattern pattern = one(word);
    all(covered).forEach(other -> assertRelation(pattern, other, true, true));
    all(touched).forEach(other -> assertRelation(pattern, other, false, true));
    all(neither).forEach(other -> assertRelation(pattern, other, false, false));
  }

  private static void assertRelation(
      UrlPattern one, UrlPattern other, boolean covers, boolean overlaps) {
    assertEquals(covers, one.covers(other), () -> one + " covers " + other);
    assertEquals(overlaps, one.overlaps(other), () -> one + " overlaps " + other);
    assertEquals(overlaps, other.overlaps(one), () -> other + " overlaps " + one);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/deployment/templates.csv",
      delimiter = '|',
      quoteCharacter = '"',
      numLinesToSkip = 1)
  void pattern_meetsTheTemplatesThatShareAPathWithIt(String word, String met, String others) {
    for (UrlPattern template : all(met)) {
      assertEquals(true, one(word).meets(PathTemplate.parse(template.text())), template::text);
    }
    for (UrlPattern template : all(others)) {
      assertEquals(false, one(word).meets(PathTemplate.parse(template.text())), template::text);
    }
  }
}
