package dev.countersign.signing.countersign1;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.countersign.signing.fuzz.FuzzTarget;
import dev.countersign.signing.fuzz.Reading;
import dev.countersign.signing.fuzz.Regression;
import org.junit.jupiter.api.Test;

class TimestampFuzzTest {

  private static final FuzzTarget TARGET = Reading.ofText(Countersign1Timestamp::parse);

  @FuzzTest(maxDuration = "10s")
  void anyInput_endsInAReason(byte[] input) throws Exception {
    TARGET.outcomes(input);
  }

  @Test
  void corpus_reachesEveryReason() throws Exception {
    Regression.check(TimestampFuzzTest.class, TARGET);
  }
}
