package dev.countersign.signing.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TencentFuzzTest {

  private static final SchemeTarget TARGET = SchemeTarget.of("tencent", Map.of());

  @FuzzTest(maxDuration = "20s")
  void anyInput_endsInAReason(byte[] input) {
    TARGET.outcomes(input);
  }

  @Test
  void corpus_reachesEveryReason() throws Exception {
    Regression.check(TencentFuzzTest.class, TARGET);
  }
}
