package dev.countersign.signing;

/**
 * The text that is signed. Signer and verifier build it with the same code, so they cannot drift
 * apart. Implementations are immutable and thread-safe.
 */
public interface CanonicalRequest {

  /** The exact bytes under the HMAC. */
  byte[] bytes();

  /**
   * The same text for the eyes of the caller's developer: values of {@code Authorization}, {@code
   * Cookie} and of headers that the caller chose to sign stand as their length and the first 8 hex
   * digits of their SHA-256.
   */
  String disclosed();
}
