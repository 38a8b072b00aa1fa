package dev.countersign.signing;

import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The SHA-256 of a body, as {@code Content-Digest} (RFC 9530) carries it. Immutable and
 * thread-safe.
 *
 * <p>A digest is no secret, so it prints; it is still compared in constant time, because the
 * expected one comes from a request that may not have been authenticated.
 */
public final class ContentDigest {

  /** The digest of zero bytes: what a request without a body signs. */
  public static final ContentDigest OF_NOTHING = ofBody(new byte[0]);

  private static final String PREFIX = "sha-256=:";
  private static final String SUFFIX = ":";
  private static final int SHA256_BYTES = 32;

  private final byte[] sha256;

  private ContentDigest(byte[] sha256) {
    this.sha256 = sha256;
  }

  /** The digest of these bytes. */
  public static ContentDigest ofBody(byte[] body) {
    return new ContentDigest(DigestUtils.sha256(body));
  }

  /**
   * The digest that a finished SHA-256 computation gave.
   *
   * @throws IllegalArgumentException if there are not 32 bytes
   */
  public static ContentDigest ofSha256(byte[] sha256) {
    if (sha256.length != SHA256_BYTES) {
      throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + sha256.length);
    }
    return new ContentDigest(sha256.clone());
  }

  /**
   * Reads a {@code Content-Digest} value of exactly one {@code sha-256} item in its one spelling,
   * {@code sha-256=:<44 characters of base64>:}; anything else is empty.
   */
  public static Optional<ContentDigest> parse(String headerValue) {
    if (!headerValue.startsWith(PREFIX)
        || !headerValue.endsWith(SUFFIX)
        || headerValue.length() <= PREFIX.length()) {
      return Optional.empty();
    }
    String base64 = headerValue.substring(PREFIX.length(), headerValue.length() - SUFFIX.length());
    return StrictBase64.decode(base64, SHA256_BYTES).map(ContentDigest::new);
  }

  /** Whether both are the digest of the same bytes; constant time. */
  public boolean matches(ContentDigest other) {
    return Hmac.sameBytes(sha256, other.sha256);
  }

  /** The 44 characters of base64. */
  public String base64() {
    return StrictBase64.encode(sha256);
  }

  /** The value of a {@code Content-Digest} header. */
  public String headerValue() {
    return PREFIX + base64() + SUFFIX;
  }

  @Override
  public String toString() {
    return headerValue();
  }
}
