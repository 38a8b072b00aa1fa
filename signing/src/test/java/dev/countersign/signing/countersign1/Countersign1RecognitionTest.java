package dev.countersign.signing.countersign1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.Headers;
import dev.countersign.signing.scheme.SignatureScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule P-14, and what the scheme tells about itself. */
class Countersign1RecognitionTest {

  private final SignatureScheme scheme = Countersign1Scheme.create();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-App-Key",
        "x-app-signature",
        "X-App-Timestamp",
        "X-APP-NONCE",
        "X-App-Signed-Headers"
      })
  void anyMarkEvenEmpty_isOfThisScheme(String name) {
    assertTrue(scheme.recognises(Headers.builder().add(name, "").build()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"X-App-Environment", "Content-Digest", "Authorization", "X-App-Keys", "X-Ca-Key"})
  void otherHeaders_areNot(String name) {
    assertFalse(scheme.recognises(Headers.builder().add(name, "value").build()));
  }

  @Test
  void id_isThatOfSettings() {
    assertEquals("countersign-1", scheme.id());
  }

  @Test
  void challenge_namesTheRealm() {
    assertEquals("Countersign realm=\"release\"", scheme.challenge("release"));
  }
}
