package dev.countersign.signing.tencent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.Headers;
import dev.countersign.signing.registry.Schemes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TencentSchemeTest {

  private static final TencentScheme SCHEME = TencentScheme.create();

  @ParameterizedTest
  @ValueSource(strings = {"hmac id=\"x\"", "hmac", "HMAC id=\"x\"", "hmac rubbish"})
  void authorizationOfThisScheme_isRecognised(String value) {
    assertTrue(SCHEME.recognises(authorization(value)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer hmac id=\"x\"",
        "hmac-sha256 id=\"x\"",
        "hmacid=\"x\"",
        "AWS4-HMAC-SHA256 x"
      })
  void authorizationOfAnother_isNotRecognised(String value) {
    assertFalse(SCHEME.recognises(authorization(value)));
  }

  @Test
  void requestOfTheNativeScheme_isNotRecognised() {
    assertFalse(SCHEME.recognises(Headers.builder().add("X-App-Key", "orders-app").build()));
    assertFalse(Schemes.countersign1().recognises(authorization("hmac id=\"x\"")));
  }

  @Test
  void secondAuthorization_doesNotHideTheFirst() {
    Headers both =
        Headers.builder().add("Authorization", "Bearer x").add("Authorization", "hmac id").build();

    assertTrue(SCHEME.recognises(both));
  }

  @Test
  void challenge_namesTheRealm() {
    assertEquals("tencent", SCHEME.id());
    assertEquals("hmac realm=\"release\"", SCHEME.challenge("release"));
  }

  private static Headers authorization(String value) {
    return Headers.builder().add("Authorization", value).build();
  }
}
