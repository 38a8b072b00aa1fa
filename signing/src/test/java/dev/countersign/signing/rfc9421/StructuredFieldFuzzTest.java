package dev.countersign.signing.rfc9421;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.countersign.signing.fuzz.FuzzTarget;
import dev.countersign.signing.fuzz.Reading;
import dev.countersign.signing.fuzz.Regression;
import org.junit.jupiter.api.Test;

class StructuredFieldFuzzTest {

  private static final FuzzTarget TARGET =
      Reading.ofText(
          text -> {
            FieldCursor cursor = new FieldCursor("signature-input", text);
            FieldParser.dictionary(cursor, SignatureInput::read);
          });

  @FuzzTest(maxDuration = "20s")
  void anyInput_endsInAReason(byte[] input) throws Exception {
    TARGET.outcomes(input);
  }

  @Test
  void corpus_reachesEveryReason() throws Exception {
    Regression.check(StructuredFieldFuzzTest.class, TARGET);
  }
}
