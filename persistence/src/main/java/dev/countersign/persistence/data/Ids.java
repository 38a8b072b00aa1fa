package dev.countersign.persistence.data;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids of rows: 128 random bits as 32 hex characters, so that nobody can guess one. Thread-safe. */
public final class Ids {

  private static final int BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A new id. */
  public static String next() {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }
}
