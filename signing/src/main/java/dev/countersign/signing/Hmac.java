package dev.countersign.signing;

import java.security.MessageDigest;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * A keyed HMAC (RFC 2104), and the only place of Countersign where two MACs are compared.
 *
 * <p>Immutable and thread-safe: the key is set up once and every computation works on a clone, so a
 * computation never changes the key and needs no look-up of a security provider.
 */
public final class Hmac {

  /** The hash below the HMAC. */
  public enum Algorithm {
    /** HMAC-SHA-1, for foreign schemes only. */
    SHA1(HmacAlgorithms.HMAC_SHA_1),
    /** HMAC-SHA-256 (FIPS 180-4), the only one of the native scheme. */
    SHA256(HmacAlgorithms.HMAC_SHA_256),
    /** HMAC-SHA-384. */
    SHA384(HmacAlgorithms.HMAC_SHA_384),
    /** HMAC-SHA-512. */
    SHA512(HmacAlgorithms.HMAC_SHA_512);

    private final HmacAlgorithms codecName;

    Algorithm(HmacAlgorithms codecName) {
      this.codecName = codecName;
    }
  }

  private final Mac prototype;

  private Hmac(Mac prototype) {
    this.prototype = prototype;
  }

  /**
   * An HMAC under this key.
   *
   * @param key the key bytes; copied
   * @throws IllegalArgumentException if the key is empty or the algorithm is not available
   */
  public static Hmac of(Algorithm algorithm, byte[] key) {
    return new Hmac(HmacUtils.getInitializedMac(algorithm.codecName, key));
  }

  /** The MAC of the message. */
  public byte[] compute(byte[] message) {
    try {
      return ((Mac) prototype.clone()).doFinal(message);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(
          "the security provider's " + prototype.getAlgorithm() + " cannot be cloned", e);
    }
  }

  /**
   * Whether the presented bytes are the MAC of the message. The time taken depends on lengths only,
   * never on how many bytes agree.
   */
  public boolean matches(byte[] message, MacTag presented) {
    return sameBytes(compute(message), presented.bytes());
  }

  /** The one comparison of MACs and digests: its time depends on the lengths only. */
  static boolean sameBytes(byte[] one, byte[] other) {
    return MessageDigest.isEqual(one, other);
  }
}
