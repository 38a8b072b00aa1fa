package dev.countersign.signing;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shared bytes of an application: at least 16, so that a secret cannot be weak by length. It
 * never prints, is never compared and cannot be serialized; reading the bytes is spelled {@link
 * #reveal()}, so that every place that does is found by a search. Immutable and thread-safe.
 */
public final class Secret {

  /** Fewest bytes of a secret. */
  public static final int MIN_BYTES = 16;

  private static final int GENERATED_BYTES = 32;

  private final byte[] bytes;
  private final Map<Hmac.Algorithm, Hmac> hmacs = new ConcurrentHashMap<>(2);

  private Secret(byte[] bytes) {
    if (bytes.length < MIN_BYTES) {
      throw new IllegalArgumentException(
          "a secret has at least "
              + MIN_BYTES
              + " bytes, this one has "
              + bytes.length
              + "; Secret.generate() makes a good one");
    }
    this.bytes = bytes;
  }

  /**
   * A secret of a copy of these bytes.
   *
   * @throws IllegalArgumentException if there are fewer than {@value #MIN_BYTES}
   */
  public static Secret ofBytes(byte[] bytes) {
    return new Secret(bytes.clone());
  }

  /**
   * A secret whose bytes are the UTF-8 form of the text, as a caller writes it down.
   *
   * @throws IllegalArgumentException if there are fewer than {@value #MIN_BYTES} bytes
   */
  public static Secret ofText(String text) {
    return new Secret(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A new secret: the text form, 43 characters of base64url, of 32 random bytes. */
  public static Secret generate(SecureRandom random) {
    byte[] raw = new byte[GENERATED_BYTES];
    random.nextBytes(raw);
    return ofText(Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
  }

  /** The HMAC keyed with the bytes of this secret; set up once per algorithm. */
  public Hmac hmac(Hmac.Algorithm algorithm) {
    return hmacs.computeIfAbsent(algorithm, wanted -> Hmac.of(wanted, bytes));
  }

  /**
   * A copy of the bytes: only for sealing them in a store, deriving a key, or showing them once to
   * their owner.
   */
  public byte[] reveal() {
    return bytes.clone();
  }

  /** The bytes as UTF-8 text, under the same conditions as {@link #reveal()}. */
  public String revealText() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Secret[redacted]";
  }
}
