package dev.countersign.signing.fuzz;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.countersign.signing.ContentDigest;
import org.junit.jupiter.api.Test;

class ContentDigestFuzzTest {

  private static final FuzzTarget TARGET =
      Reading.ofText(
          text -> {
            if (ContentDigest.parse(text).isEmpty()) {
              throw malformed("no digest");
            }
          });

  @FuzzTest(maxDuration = "10s")
  void anyInput_endsInAReason(byte[] input) throws Exception {
    TARGET.outcomes(input);
  }

  @Test
  void corpus_reachesEveryReason() throws Exception {
    Regression.check(ContentDigestFuzzTest.class, TARGET);
  }
}
