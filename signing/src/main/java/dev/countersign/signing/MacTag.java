package dev.countersign.signing;

import org.apache.commons.codec.binary.Hex;

/**
 * The decoded bytes of a MAC that a request presents. It has no {@code equals} and does not print:
 * comparing is the work of {@link Hmac#matches}, and a tag in a log could be replayed. Immutable
 * and thread-safe.
 */
public final class MacTag {

  private final byte[] bytes;

  private MacTag(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A tag of a copy of these bytes. */
  public static MacTag of(byte[] bytes) {
    return new MacTag(bytes.clone());
  }

  byte[] bytes() {
    return bytes;
  }

  /** The bytes in lower-case hex, as a key under which a claimed signature is remembered. */
  public String hex() {
    return Hex.encodeHexString(bytes);
  }

  @Override
  public String toString() {
    return "MacTag[" + bytes.length + " bytes]";
  }
}
