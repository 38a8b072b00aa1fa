package dev.countersign.signing.tencent;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.countersign.signing.fuzz.FuzzTarget;
import dev.countersign.signing.fuzz.Reading;
import dev.countersign.signing.fuzz.Regression;
import org.junit.jupiter.api.Test;

class HttpDateFuzzTest {

  private static final FuzzTarget TARGET =
      Reading.ofText(
          text -> {
            if (HttpDate.parse(text).isEmpty()) {
              throw malformed("no date");
            }
          });

  @FuzzTest(maxDuration = "10s")
  void anyInput_endsInAReason(byte[] input) throws Exception {
    TARGET.outcomes(input);
  }

  @Test
  void corpus_reachesEveryReason() throws Exception {
    Regression.check(HttpDateFuzzTest.class, TARGET);
  }
}
