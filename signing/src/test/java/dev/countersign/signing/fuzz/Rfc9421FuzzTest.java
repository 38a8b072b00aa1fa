package dev.countersign.signing.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Rfc9421FuzzTest {

  private static final SchemeTarget TARGET = SchemeTarget.of("rfc9421", Map.of("label", "sig1"));

  @FuzzTest(maxDuration = "20s")
  void anyInput_endsInAReason(byte[] input) {
    TARGET.outcomes(input);
  }

  @Test
  void corpus_reachesEveryReason() throws Exception {
    Regression.check(Rfc9421FuzzTest.class, TARGET);
  }
}
