package dev.countersign.filter;

import java.security.SecureRandom;

/**
 * Names one request in the answer, the log and the audit: 128 random bits, so that nobody can guess
 * another's.
 */
final class RequestId {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  private RequestId() {}

  /** 32 hex digits. */
  static String next() {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    StringBuilder hex = new StringBuilder(2 * BYTES);
    for (byte b : bits) {
      hex.append(Character.forDigit((b >> 4) & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
    }
    return hex.toString();
  }
}
