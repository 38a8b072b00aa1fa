package dev.countersign.signing.jdcloud;

import static dev.countersign.signing.vectors.Verification.ADMITTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.scheme.Replay;
import dev.countersign.signing.vectors.VectorRequest;
import dev.countersign.signing.vectors.Verification;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JdcloudRefusalsTest {

  static List<ChangedRow> refused() {
    return ChangedRow.all("refused");
  }

  static List<ChangedRow> pairs() {
    return ChangedRow.all("pairs");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusedRow_isRefusedForItsKind(ChangedRow row) {
    VectorRequest request = row.request();

    assertTrue(row.scheme().recognises(request.signable()), "still of this scheme");
    assertEquals(row.text("kind"), outcome(row, request));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void pairUnderOneSignature_isAdmittedAsItsRowSays(ChangedRow row) throws Exception {
    assertEquals(
        ADMITTED,
        Verification.outcome(row.base().request(), row.base().secret(), row.base().scheme()));
    if (row.text("second").equals("admitted once")) {
      assertEquals(ADMITTED, outcome(row, row.request()));
      assertEquals(replay(row, row.base().request()), replay(row, row.request()));
    } else {
      assertEquals(row.text("second"), outcome(row, row.request()));
    }
  }

  @Test
  void files_holdEveryKindOfRow() {
    assertTrue(refused().size() >= 105, "refused rows");
    assertTrue(pairs().size() >= 20, "pairs");
    assertEquals(
        List.of("body-mismatch", "malformed", "signature-invalid", "unsupported"),
        refused().stream().map(row -> row.text("kind")).distinct().sorted().toList());
  }

  @Test
  void otherAuthorizationOrSubscriptionKey_isNotOfThisScheme() {
    JdcloudScheme scheme = JdcloudScheme.of(JdcloudOptions.defaults());
    for (String line :
        List.of(
            "Authorization: Bearer JDCLOUD2-HMAC-SHA256",
            "Authorization: JD CLOUD2-HMAC-SHA256",
            "Authorization: ",
            "jdcloud-apim-subscription-key: 0123456789abcdef",
            "x-jdcloud-nonce: 55f3919e")) {
      VectorRequest request = new VectorRequest("GET", "/x", List.of(line), Optional.empty());
      assertFalse(scheme.recognises(request.signable()), line);
    }
  }

  /** The same nonce, or by the signature, which is the same in both. */
  private static Replay replay(ChangedRow row, VectorRequest request) throws Exception {
    return row.scheme().read(request.signable()).replay();
  }

  private static String outcome(ChangedRow row, VectorRequest request) {
    return Verification.outcome(request, row.base().secret(), row.scheme());
  }
}
