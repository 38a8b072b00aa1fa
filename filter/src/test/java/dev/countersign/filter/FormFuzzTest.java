package dev.countersign.filter;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.countersign.signing.fuzz.FuzzTarget;
import dev.countersign.signing.fuzz.Regression;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The first byte chooses the encoding, the rest is the form. */
class FormFuzzTest {

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.ISO_8859_1,
          StandardCharsets.US_ASCII,
          StandardCharsets.UTF_16);

  private static final FuzzTarget TARGET = FormFuzzTest::outcome;

  @FuzzTest(maxDuration = "20s")
  void anyInput_endsInAReason(byte[] input) throws Exception {
    TARGET.outcomes(input);
  }

  @Test
  void corpus_reachesEveryReason() throws Exception {
    Regression.check(FormFuzzTest.class, TARGET);
  }

  private static Set<String> outcome(byte[] input) {
    int first = input.length == 0 ? 0 : input[0] & 3;
    byte[] form = input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
    BodyParameters parameters = new BodyParameters(100);
    try {
      new FormParser(form, CHARSETS.get(first)).parse(parameters::add);
      return Set.of("readable");
    } catch (UnreadableFormException e) {
      String general = String.valueOf(e.getMessage()).replaceFirst("text in .*", "text");
      return Set.of(e.reason().code() + ": " + general);
    }
  }
}
