package dev.countersign.signing.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AliyunFuzzTest {

  private static final SchemeTarget TARGET =
      SchemeTarget.of("aliyun", Map.of("absentStage", "release"));

  @FuzzTest(maxDuration = "20s")
  void anyInput_endsInAReason(byte[] input) {
    TARGET.outcomes(input);
  }

  @Test
  void corpus_reachesEveryReason() throws Exception {
    Regression.check(AliyunFuzzTest.class, TARGET);
  }
}
