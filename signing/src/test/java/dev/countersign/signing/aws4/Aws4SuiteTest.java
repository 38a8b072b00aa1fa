package dev.countersign.signing.aws4;

import static dev.countersign.signing.vectors.Verification.ADMITTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.vectors.VectorRequest;
import dev.countersign.signing.vectors.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suite that AWS publishes for signers, read as a verifier. */
class Aws4SuiteTest {

  static List<SuiteRow> rows() {
    return SuiteRow.all();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void headerForm_hasItsTextsAndIsAdmitted(SuiteRow row) throws Exception {
    VectorRequest request = row.headerForm();
    StringToSign text = likeliest(row, request);

    assertEquals(row.text("canonical_request"), text.canonicalRequest());
    assertEquals(row.text("string_to_sign"), new String(text.bytes(), StandardCharsets.US_ASCII));
    assertEquals(
        ADMITTED, Verification.outcome(request, row.secret(), Aws4Scheme.of(row.options())));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void queryForm_hasItsTextAndIsAdmitted_unlessItsTokenIsUnsigned(SuiteRow row) throws Exception {
    VectorRequest request = row.queryForm();
    if (row.presignsWithoutItsToken()) {
      assertEquals(
          "signature-invalid",
          Verification.outcome(request, row.secret(), Aws4Scheme.of(row.options())));
      return;
    }

    assertEquals(
        row.text("presigned_canonical_request"), likeliest(row, request).canonicalRequest());
    assertEquals(
        ADMITTED, Verification.outcome(request, row.secret(), Aws4Scheme.of(row.options())));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void queryForm_livesAsLongAsItSays(SuiteRow row) throws Exception {
    Duration window = Duration.ofMinutes(15);
    Instant signed = Instant.parse("2015-08-30T12:36:00Z");
    PresentedSignature presented = Aws4Scheme.of(row.options()).read(row.queryForm().signable());

    assertEquals(signed, presented.signedAt());
    assertTrue(presented.isFresh(signed.minus(window), window));
    assertTrue(presented.isFresh(signed.plusSeconds(3600), window));
    assertTrue(!presented.isFresh(signed.plusSeconds(3601), window));
    assertTrue(!presented.isFresh(signed.minus(window).minusMillis(1), window));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void queryForm_isUnsupportedUnlessEnabled(SuiteRow row) {
    assertEquals(
        "unsupported",
        Verification.outcome(
            row.queryForm(), row.secret(), Aws4Scheme.of(row.options().withPresigned(false))));
  }

  @Test
  void suite_isWhole() {
    assertEquals(26, rows().size());
    assertEquals(1, rows().stream().filter(SuiteRow::presignsWithoutItsToken).count());
    assertEquals(1, rows().stream().filter(SuiteRow::repeatsAHeader).count());
  }

  private static StringToSign likeliest(SuiteRow row, VectorRequest request) throws Exception {
    PresentedSignature presented = Aws4Scheme.of(row.options()).read(request.signable());
    return (StringToSign) Verification.texts(presented, request.bodyBytes()).get(0);
  }
}
