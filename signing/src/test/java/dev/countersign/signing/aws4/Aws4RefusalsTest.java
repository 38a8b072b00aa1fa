package dev.countersign.signing.aws4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.Replay;
import dev.countersign.signing.vectors.VectorRequest;
import dev.countersign.signing.vectors.Verification;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Aws4RefusalsTest {

  static List<ChangedRow> refused() {
    return ChangedRow.all("aws4-refused.json", "rows");
  }

  static List<ChangedRow> pairs() {
    return ChangedRow.all("aws4-pairs.json", "pairs");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusedRow_isRefusedForItsKind(ChangedRow row) {
    VectorRequest request = row.request();

    assertTrue(Aws4Scheme.of(row.options()).recognises(request.signable()), "still of this scheme");
    assertEquals(
        row.text("kind"),
        Verification.outcome(request, row.base().secret(), Aws4Scheme.of(row.options())));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void pairUnderOneSignature_isAdmittedAsItsRowSays(ChangedRow row) throws Exception {
    assertEquals(row.text("first"), outcome(row, row.base().request()));
    assertEquals(row.text("second"), outcome(row, row.request()));
  }

  @Test
  void files_holdEveryKindOfRow() {
    assertTrue(refused().size() >= 95, "refused rows");
    assertTrue(pairs().size() >= 12, "pairs");
    assertEquals(
        List.of("body-mismatch", "malformed", "signature-invalid", "unsupported"),
        refused().stream().map(row -> row.text("kind")).distinct().sorted().toList());
  }

  @Test
  void otherAuthorization_isNotOfThisScheme() {
    Aws4Scheme scheme = Aws4Scheme.of(Aws4Options.defaults().withPresigned(true));
    for (String value : List.of("Bearer AWS4-HMAC-SHA256", "Basic QVdTNC0=", "AWS AKID:x", "")) {
      VectorRequest request =
          new VectorRequest(
              "GET",
              "/x?my-X-Amz-Signature=1",
              List.of("Authorization: " + value),
              Optional.empty());
      assertFalse(scheme.recognises(request.signable()), value);
    }
  }

  /** Whether safe methods are remembered, as the file words it. */
  private static String outcome(ChangedRow row, VectorRequest request) throws Exception {
    String outcome =
        Verification.outcome(request, row.base().secret(), Aws4Scheme.of(row.options()));
    if (!outcome.equals(Verification.ADMITTED)) {
      return outcome;
    }
    PresentedSignature presented = Aws4Scheme.of(row.options()).read(request.signable());
    boolean everythingSigned = ((Replay.Signature) presented.replay()).everythingSigned();
    return everythingSigned && request.method().equals("GET") ? outcome : outcome + " once";
  }
}
