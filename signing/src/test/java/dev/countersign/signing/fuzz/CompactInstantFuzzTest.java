package dev.countersign.signing.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.countersign.signing.scheme.CompactInstant;
import org.junit.jupiter.api.Test;

class CompactInstantFuzzTest {

  private static final FuzzTarget TARGET =
      Reading.ofText(text -> CompactInstant.parse("x-amz-date", text));

  @FuzzTest(maxDuration = "10s")
  void anyInput_endsInAReason(byte[] input) throws Exception {
    TARGET.outcomes(input);
  }

  @Test
  void corpus_reachesEveryReason() throws Exception {
    Regression.check(CompactInstantFuzzTest.class, TARGET);
  }
}
