package dev.countersign.signing.rfc9421;

import static dev.countersign.signing.vectors.Verification.ADMITTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.scheme.Lifetime;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.Replay;
import dev.countersign.signing.vectors.VectorRequest;
import dev.countersign.signing.vectors.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Rfc9421VectorsTest {

  private static final Instant CREATED = Instant.parse("2026-11-21T22:36:00Z");

  static List<SignedRow> accepted() {
    return SignedRow.accepted();
  }

  static List<SignedRow> refused() {
    return SignedRow.refused();
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void acceptedRow_isAdmitted(SignedRow row) throws Exception {
    PresentedSignature presented = row.scheme().read(row.request().signable());

    assertEquals(ADMITTED, Verification.outcome(row.request(), row.secret(), row.scheme()));
    assertEquals(CREATED, presented.signedAt());
    assertEquals("orders-app-01", presented.appKey().value());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusedRow_isRefusedForItsKind(SignedRow row) {
    VectorRequest request = row.request();

    assertTrue(row.scheme().recognises(request.signable()), "still of this scheme");
    assertEquals(row.text("kind"), Verification.outcome(request, row.secret(), row.scheme()));
  }

  @Test
  void nonceAndExpiry_areHonoured() throws Exception {
    PresentedSignature presented = read(1);
    Duration window = Duration.ofMinutes(5);

    assertEquals(new Replay.Nonce("bm9uY2UtZm9yLXJvdy0wMDAx"), presented.replay());
    assertEquals(new Lifetime.WindowUntil(CREATED.plusSeconds(60)), presented.lifetime());
    assertTrue(presented.isFresh(CREATED.plusSeconds(60), window));
    assertFalse(presented.isFresh(CREATED.plusSeconds(61), window));
    assertTrue(presented.isFresh(CREATED.minusSeconds(300), window));
    assertFalse(presented.isFresh(CREATED.minusSeconds(301), window));
  }

  @Test
  void noNonceAndNoExpiry_areSignatureAndWindow() throws Exception {
    PresentedSignature presented = read(0);
    Duration window = Duration.ofMinutes(5);

    assertEquals(new Replay.Signature(true), presented.replay());
    assertTrue(presented.isFresh(CREATED.plusSeconds(300), window));
    assertFalse(presented.isFresh(CREATED.plusSeconds(301), window));
  }

  @Test
  void coveredEnvironment_isStated_otherwiseNone() throws Exception {
    assertEquals("test", read(13).environment());
    assertEquals(Optional.empty(), Optional.ofNullable(read(0).environment()));
  }

  @Test
  void signatureAlone_isNotOfThisScheme() {
    VectorRequest request =
        new VectorRequest(
            "GET", "/x", List.of("Signature: keyId=\"a\",signature=\"b\""), Optional.empty());

    assertFalse(Rfc9421Scheme.of(Rfc9421Options.defaults()).recognises(request.signable()));
  }

  @Test
  void disclosedText_hidesWhatMayBeACredential() throws Exception {
    SignedRow row = accepted().get(1);
    String disclosed = Verification.texts(read(1), row.request().bodyBytes()).get(0).disclosed();

    assertTrue(disclosed.contains("\"x-custom\": <5 characters, sha-256 b4ca49d1>\n"), disclosed);
    assertTrue(disclosed.contains("\"@path\": /orders\n"), disclosed);
    assertFalse(disclosed.contains("a   b"), disclosed);
  }

  @Test
  void file_holdsEveryKindOfRow() {
    assertTrue(accepted().size() >= 15, "accepted rows");
    assertTrue(refused().size() >= 95, "refused rows");
    assertEquals(
        List.of("body-mismatch", "malformed", "signature-invalid", "unsupported"),
        refused().stream().map(row -> row.text("kind")).distinct().sorted().toList());
  }

  private static PresentedSignature read(int index) throws Exception {
    SignedRow row = accepted().get(index);
    return row.scheme().read(row.request().signable());
  }
}
