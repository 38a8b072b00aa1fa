package dev.countersign.console.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalComparisonTest {

  /** The mask is that of {@code printf tracing-1 | sha256sum}. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "equal texts|a~b|a~b|||",
        "another line|a~b~c|a~x~c|2|1|",
        "a later character|a~bcd|a~bce|2|3|",
        "a text that ends early|a|a~b|2|1|ends too early",
        "a line feed at the end|a~|a|2|1|a line feed too many",
        "lines that end in CR LF|a^~b|a~b|1|2|CR LF",
        "white space|a ~b|a~b|1|2|white space",
        "case|GET~b|get~b|1|1|upper and lower case",
        "the path of the native scheme|countersign-1~k~t~n~e~GET~h~/a|countersign-1~k~t~n~e~GET~h~/b|8|2|the path",
        "a masked value that is the same|x:tracing-1|x:<9 characters, sha-256 MASK>|||",
        "a masked value that is another|x:tracing-2|x:<9 characters, sha-256 MASK>|1|3|",
        "a masked value that is longer|x:tracing-11|x:<9 characters, sha-256 MASK>|1|3|",
        "a masked value under another name|y:tracing-1|x:<9 characters, sha-256 MASK>|1|1|"
      })
  void texts_partWhereTheyPart(
      String sentence, String mine, String theirs, Integer line, Integer column, String hint) {
    Permits.Difference found = CanonicalComparison.of(text(mine), text(theirs));
    assertEquals(line == null, found.equal());
    assertEquals(line, found.line());
    assertEquals(column, found.column());
    if (hint != null) {
      assertTrue(String.valueOf(found.hint()).contains(hint), found::hint);
    }
  }

  private static String text(String written) {
    return written.replace('~', '\n').replace('^', '\r').replace("MASK", "0c25ac24");
  }
}
