package dev.countersign.signing.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Aws4FuzzTest {

  private static final SchemeTarget TARGET =
      SchemeTarget.of("aws4", Map.of("region", "us-east-1", "service", "execute-api"));

  @FuzzTest(maxDuration = "20s")
  void anyInput_endsInAReason(byte[] input) {
    TARGET.outcomes(input);
  }

  @Test
  void corpus_reachesEveryReason() throws Exception {
    Regression.check(Aws4FuzzTest.class, TARGET);
  }
}
