package dev.countersign.signing.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Countersign1FuzzTest {

  private static final SchemeTarget TARGET = SchemeTarget.of("countersign-1", Map.of());

  @FuzzTest(maxDuration = "20s")
  void anyInput_endsInAReason(byte[] input) {
    TARGET.outcomes(input);
  }

  @Test
  void corpus_reachesEveryReason() throws Exception {
    Regression.check(Countersign1FuzzTest.class, TARGET);
  }
}
