package dev.countersign.signing.rfc9421;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.countersign.signing.Headers;
import dev.countersign.signing.fuzz.FuzzTarget;
import dev.countersign.signing.fuzz.Reading;
import dev.countersign.signing.fuzz.Regression;
import org.junit.jupiter.api.Test;

class DigestFieldFuzzTest {

  private static final FuzzTarget TARGET =
      Reading.ofText(
          text -> DigestField.read(Headers.builder().add("content-digest", text).build()));

  @FuzzTest(maxDuration = "10s")
  void anyInput_endsInAReason(byte[] input) throws Exception {
    TARGET.outcomes(input);
  }

  @Test
  void corpus_reachesEveryReason() throws Exception {
    Regression.check(DigestFieldFuzzTest.class, TARGET);
  }
}
