package dev.countersign.signing.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.Headers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule P-14, and what the scheme tells about itself. */
class Countersign1RecognitionTest {

  private final SignatureScheme scheme = Schemes.countersign1();

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
  void id_findsTheScheme() {
    assertEquals("countersign-1", scheme.id());
    assertSame(scheme, Schemes.byId("countersign-1").orElseThrow());
    assertEquals(Optional.empty(), Schemes.byId("countersign-2"));
    assertTrue(Schemes.known().contains(scheme));
  }

  @Test
  void challenge_namesTheRealm() {
    assertEquals("Countersign realm=\"release\"", scheme.challenge("release"));
  }
}
