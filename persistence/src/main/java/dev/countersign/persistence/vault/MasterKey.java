package dev.countersign.persistence.vault;

import dev.countersign.filter.access.SettingsException;
import dev.countersign.signing.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that seals secrets: 256 bits, and an id derived from them, so that a wrong key is known as
 * wrong before anything is opened with it. Never prints. Immutable and thread-safe.
 */
final class MasterKey {

  static final int BYTES = 32;

  private static final int HEX_LENGTH = 2 * BYTES;
  private static final int ID_BYTES = 16;
  private static final byte[] ID_PURPOSE =
      "countersign master key id".getBytes(StandardCharsets.UTF_8);

  private final SecretKey key;
  private final String id;

  private MasterKey(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, "AES");
    this.id =
        HexFormat.of()
            .formatHex(Hmac.of(Hmac.Algorithm.SHA256, bytes).compute(ID_PURPOSE), 0, ID_BYTES);
  }

  static MasterKey ofBytes(byte[] bytes, String where) {
    if (bytes.length != BYTES) {
      throw new SettingsException(
          "a master key has " + BYTES + " bytes, the one in " + where + " has " + bytes.length);
    }
    return new MasterKey(bytes);
  }

  /** Reads 64 hex characters or base64. The message never repeats the text. */
  static MasterKey ofText(String text, String where) {
    try {
      byte[] bytes =
          text.length() == HEX_LENGTH
              ? HexFormat.of().parseHex(text)
              : Base64.getDecoder().decode(text);
      return ofBytes(bytes, where);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          "a master key in "
              + where
              + " is neither base64 nor 64 hex characters; `openssl rand -base64 32` makes one");
    }
  }

  SecretKey key() {
    return key;
  }

  /** 32 hex characters that tell this key from others and say nothing about it. */
  String id() {
    return id;
  }

  @Override
  public String toString() {
    return "MasterKey[" + id + "]";
  }
}
