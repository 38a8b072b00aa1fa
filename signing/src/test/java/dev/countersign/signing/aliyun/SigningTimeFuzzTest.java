package dev.countersign.signing.aliyun;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.countersign.signing.fuzz.FuzzTarget;
import dev.countersign.signing.fuzz.Reading;
import dev.countersign.signing.fuzz.Regression;
import org.junit.jupiter.api.Test;

class SigningTimeFuzzTest {

  private static final FuzzTarget TARGET = Reading.ofText(SigningTime::ofDate);

  @FuzzTest(maxDuration = "10s")
  void anyInput_endsInAReason(byte[] input) throws Exception {
    TARGET.outcomes(input);
  }

  @Test
  void corpus_reachesEveryReason() throws Exception {
    Regression.check(SigningTimeFuzzTest.class, TARGET);
  }
}
