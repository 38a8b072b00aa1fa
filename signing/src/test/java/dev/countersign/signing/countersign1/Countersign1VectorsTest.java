package dev.countersign.signing.countersign1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Hmac;
import dev.countersign.signing.StrictBase64;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.Replay;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import dev.countersign.signing.scheme.UnreadableSignatureException.Kind;
import dev.countersign.signing.vectors.AcceptedVector;
import dev.countersign.signing.vectors.RefusedVector;
import dev.countersign.signing.vectors.VectorFile;
import dev.countersign.signing.vectors.VectorRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Countersign1VectorsTest {

  private final SignatureScheme scheme = Countersign1Scheme.create();

  static List<AcceptedVector> accepted() {
    return VectorFile.accepted();
  }

  static List<RefusedVector> refused() {
    return VectorFile.refused();
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void acceptedRow_hasItsCanonicalRequestSignatureAndBody(AcceptedVector row) throws Exception {
    PresentedSignature presented = scheme.read(row.request().signable());
    Coverage.DeclaredDigest coverage = (Coverage.DeclaredDigest) presented.coverage();
    byte[] text = coverage.canonicalRequest().bytes();
    byte[] mac = row.secret().hmac(Hmac.Algorithm.SHA256).compute(text);

    assertEquals(row.canonicalRequest(), new String(text, StandardCharsets.UTF_8));
    assertEquals(row.signature(), StrictBase64.encode(mac));
    assertTrue(presented.isMadeWith(row.secret(), coverage.canonicalRequest()));
    assertTrue(coverage.digest().matches(ContentDigest.ofBody(row.request().bodyBytes())));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void acceptedRow_claimsWhatItsHeadersSay(AcceptedVector row) throws Exception {
    PresentedSignature presented = scheme.read(row.request().signable());

    assertEquals("countersign-1", presented.scheme());
    assertEquals(row.request().header("X-App-Key").orElseThrow(), presented.appKey().value());
    assertEquals(
        new Replay.Nonce(row.request().header("X-App-Nonce").orElseThrow()), presented.replay());
    assertEquals(row.request().header("X-App-Environment").orElseThrow(), presented.environment());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusedRow_isRefusedForItsKind(RefusedVector row) throws Exception {
    assertTrue(scheme.recognises(row.request().signable().headers()), "still of this scheme");
    switch (row.kind()) {
      case "malformed" -> assertUnreadable(Kind.MALFORMED, row.request());
      case "unsupported" -> assertUnreadable(Kind.UNSUPPORTED, row.request());
      case "signature-invalid" -> assertFalse(isSignatureGood(row));
      case "body-mismatch" -> {
        assertTrue(isSignatureGood(row));
        assertFalse(isBodyTheSignedOne(row.request()));
      }
      default -> throw new IllegalArgumentException(row.kind());
    }
  }

  @Test
  void file_holdsEveryKindOfRow() {
    assertTrue(accepted().size() >= 25, "accepted rows");
    assertTrue(refused().size() >= 60, "refused rows");
    assertEquals(
        List.of("body-mismatch", "malformed", "signature-invalid", "unsupported"),
        refused().stream().map(RefusedVector::kind).distinct().sorted().toList());
  }

  private void assertUnreadable(Kind kind, VectorRequest request) {
    UnreadableSignatureException refusal =
        assertThrows(UnreadableSignatureException.class, () -> scheme.read(request.signable()));
    assertEquals(kind, refusal.kind());
    assertFalse(String.valueOf(refusal.getMessage()).isBlank(), "it says what is wrong");
  }

  private boolean isSignatureGood(RefusedVector row) throws Exception {
    PresentedSignature presented = scheme.read(row.request().signable());
    return presented.isMadeWith(row.secret(), coverage(presented).canonicalRequest());
  }

  private boolean isBodyTheSignedOne(VectorRequest request) throws Exception {
    return coverage(scheme.read(request.signable()))
        .digest()
        .matches(ContentDigest.ofBody(request.bodyBytes()));
  }

  private static Coverage.DeclaredDigest coverage(PresentedSignature presented) {
    return (Coverage.DeclaredDigest) presented.coverage();
  }
}
