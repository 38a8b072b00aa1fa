package dev.countersign.signing.tencent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.Replay;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import dev.countersign.signing.scheme.UnreadableSignatureException.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TencentVectorsTest {

  private static final TencentScheme DEFAULT = TencentScheme.create();

  static List<TencentVectors.Row> accepted() {
    return TencentVectors.accepted();
  }

  static List<TencentVectors.Row> refused() {
    return TencentVectors.refused();
  }

  static List<TencentVectors.Row> optional() {
    return accepted().stream().filter(row -> !row.json().required("options").isEmpty()).toList();
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void acceptedRow_isSignedOverOneOfItsTexts(TencentVectors.Row row) throws Exception {
    List<String> texts =
        TencentVectors.texts(row.scheme(), row.request()).stream()
            .map(TencentVectors::string)
            .toList();

    assertTrue(DEFAULT.recognises(row.request().signable().headers()));
    assertTrue(texts.contains(row.about()), () -> row.about() + "\nis none of " + texts);
    assertTrue(TencentVectors.isGood(row.scheme(), row.request(), row.secret()));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void acceptedRow_claimsWhatItsHeadersSay(TencentVectors.Row row) throws Exception {
    PresentedSignature presented = row.scheme().read(row.request().signable());

    assertEquals("tencent", presented.scheme());
    assertEquals("APIDorders0000000000000000000000000001", presented.appKey().value());
    assertEquals(Instant.parse("2026-11-21T19:44:12Z"), presented.signedAt());
    assertEquals(new Replay.Signature(false), presented.replay());
    assertEquals(null, presented.environment());
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void acceptedRow_hasDistinctTextsWithinTheBound(TencentVectors.Row row) throws Exception {
    List<CanonicalRequest> texts = TencentVectors.texts(row.scheme(), row.request());
    List<String> strings = texts.stream().map(TencentVectors::string).toList();

    assertTrue(texts.size() <= SignedBodyReading.MAX_TEXTS);
    assertEquals(strings.size(), strings.stream().distinct().count());
    for (String text : strings) {
      String firstLine = text.substring(0, text.indexOf('\n'));
      assertTrue(firstLine.contains(": "), "no other scheme's text begins so: " + firstLine);
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusedRow_isRefusedForItsKind(TencentVectors.Row row) throws Exception {
    assertTrue(DEFAULT.recognises(row.request().signable().headers()), "still of this scheme");
    switch (row.about()) {
      case "malformed" -> assertUnreadable(Kind.MALFORMED, row);
      case "unsupported" -> assertUnreadable(Kind.UNSUPPORTED, row);
      case "signature-invalid" ->
          assertFalse(TencentVectors.isGood(row.scheme(), row.request(), row.secret()));
      default -> throw new IllegalArgumentException(row.about());
    }
  }

  @ParameterizedTest
  @MethodSource("optional")
  void rowOfAnOption_isRefusedWithoutIt(TencentVectors.Row row) throws Exception {
    boolean good;
    try {
      good = TencentVectors.isGood(DEFAULT, row.request(), row.secret());
    } catch (UnreadableSignatureException unsupported) {
      assertEquals(Kind.UNSUPPORTED, unsupported.kind());
      good = false;
    }
    assertFalse(good);
  }

  @Test
  void file_holdsEveryKindOfRow() {
    assertTrue(accepted().size() >= 60, "accepted rows");
    assertTrue(refused().size() >= 120, "refused rows");
    assertEquals(4, optional().size());
    assertEquals(
        List.of("malformed", "signature-invalid", "unsupported"),
        refused().stream().map(TencentVectors.Row::about).distinct().sorted().toList());
  }

  private static void assertUnreadable(Kind kind, TencentVectors.Row row) {
    UnreadableSignatureException refusal =
        assertThrows(
            UnreadableSignatureException.class,
            () -> TencentVectors.texts(row.scheme(), row.request()));
    assertEquals(kind, refusal.kind());
    assertFalse(String.valueOf(refusal.getMessage()).isBlank(), "it says what is wrong");
  }
}
