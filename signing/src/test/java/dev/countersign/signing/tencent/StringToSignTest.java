package dev.countersign.signing.tencent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.CanonicalRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class StringToSignTest {

  private static final TencentRequests REQUEST = TencentRequests.samples().get(0);

  @Test
  void disclosed_isTheEchoOfTheGatewayWithMaskedValues() throws Exception {
    assertEquals(
        "x-date: Thu, 11 Mar 2021 08:29:58 GMT#x-tenant: <4 characters, sha-256 16477688>#GET#"
            + "application/json###/orders/caf%C3%A9?a=x y&b=2&c=\u4e2d&flag",
        text(REQUEST).disclosed());
  }

  @Test
  void disclosed_neverHoldsAControlCharacter() throws Exception {
    TencentRequests request = REQUEST.with(TencentRequests.Part.ACCEPT, "a\tb");

    assertFalse(text(request).disclosed().chars().anyMatch(Character::isISOControl));
  }

  @Test
  void disclosed_isCutWhereParametersAreLong() throws Exception {
    TencentRequests request = REQUEST.with(TencentRequests.Part.QUERY, "a=" + "b".repeat(10_000));

    String disclosed = text(request).disclosed();

    assertTrue(disclosed.length() < 5_000, disclosed.length() + " characters");
    assertTrue(disclosed.endsWith("..."));
  }

  @Test
  void toString_hidesTheValuesOfSignedHeaders() throws Exception {
    assertFalse(text(REQUEST).toString().contains("blue"));
    assertEquals(
        "SignedHeaders[x-date, x-tenant]",
        ((StringToSign) text(REQUEST)).head().headers().toString());
  }

  @Test
  void formThatNoClientSends_leavesNoText() throws Exception {
    TencentRequests request =
        REQUEST
            .with(TencentRequests.Part.CONTENT_TYPE, "application/x-www-form-urlencoded")
            .with(TencentRequests.Part.BODY, "a=%zz");

    assertEquals(List.of(), texts(request));
  }

  private static CanonicalRequest text(TencentRequests request) throws Exception {
    return texts(request).get(0);
  }

  private static List<CanonicalRequest> texts(TencentRequests request) throws Exception {
    return TencentVectors.texts(
        TencentScheme.create().read(request.signable()), request.bodyBytes());
  }
}
