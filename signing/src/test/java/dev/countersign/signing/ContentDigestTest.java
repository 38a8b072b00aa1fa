package dev.countersign.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {

  /** Made by {@code printf '%s' '{"hello": "world"}' | openssl dgst -sha256 -binary | base64}. */
  private static final String HELLO = "X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=";

  private static final String NOTHING = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

  @Test
  void knownBody_hasItsDigest() {
    byte[] body = "{\"hello\": \"world\"}".getBytes(StandardCharsets.UTF_8);

    assertEquals(HELLO, ContentDigest.ofBody(body).base64());
    assertEquals("sha-256=:" + HELLO + ":", ContentDigest.ofBody(body).headerValue());
    assertEquals(NOTHING, ContentDigest.OF_NOTHING.base64());
  }

  @Test
  void headerValue_isReadAgain() {
    ContentDigest read = ContentDigest.parse("sha-256=:" + HELLO + ":").orElseThrow();

    assertEquals(HELLO, read.base64());
    assertTrue(read.matches(ContentDigest.parse(read.headerValue()).orElseThrow()));
    assertFalse(read.matches(ContentDigest.OF_NOTHING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "sha-256=:",
        "sha-256=::",
        "sha-256=" + NOTHING,
        "sha-256=:" + NOTHING,
        "sha-256=" + NOTHING + ":",
        "Sha-256=:" + NOTHING + ":",
        " sha-256=:" + NOTHING + ":",
        "sha-256=:" + NOTHING + ": ",
        "sha-256 =:" + NOTHING + ":",
        "sha-512=:" + NOTHING + ":",
        "sha-256=:" + NOTHING + ":;q=1",
        "sha-256=:" + NOTHING + ":, sha-256=:" + NOTHING + ":",
        "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=:",
        "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU:",
        "sha-256=:AAAA:",
      })
  void anyOtherSpelling_isNotADigest(String headerValue) {
    assertEquals(Optional.empty(), ContentDigest.parse(headerValue));
  }

  @Test
  void notThirtyTwoBytes_areNotASha256() {
    assertThrows(IllegalArgumentException.class, () -> ContentDigest.ofSha256(new byte[31]));
    assertThrows(IllegalArgumentException.class, () -> ContentDigest.ofSha256(new byte[33]));
  }

  @Test
  void bytesChangedByTheirOwnerAfterwards_changeNothing() {
    byte[] sha256 = new byte[32];
    ContentDigest digest = ContentDigest.ofSha256(sha256);
    sha256[0] = 1;

    assertTrue(digest.matches(ContentDigest.ofSha256(new byte[32])));
  }
}
