package dev.countersign.filter.access;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.countersign.signing.fuzz.FuzzTarget;
import dev.countersign.signing.fuzz.HeadText;
import dev.countersign.signing.fuzz.Regression;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Path, query, and the headers that are refused whatever the scheme. */
class TargetFuzzTest {

  private static final TargetStep STEP = new TargetStep(Set.of("api.example.com"));

  private static final FuzzTarget TARGET = TargetFuzzTest::outcome;

  @FuzzTest(maxDuration = "20s")
  void anyInput_endsInAReason(byte[] input) throws Exception {
    TARGET.outcomes(input);
  }

  @Test
  void corpus_reachesEveryReason() throws Exception {
    Regression.check(TargetFuzzTest.class, TARGET);
  }

  private static Set<String> outcome(byte[] input) {
    try {
      STEP.check(new Arrival("1", HeadText.of(input).request(), "/"));
      return Set.of("unambiguous");
    } catch (Rejection e) {
      String general = String.valueOf(e.getMessage()).replaceFirst("^the header \\S+", "a header");
      return Set.of(e.reason().code() + ": " + general);
    }
  }
}
