package dev.countersign.persistence.data;

import java.util.Locale;

/** How the bytes of a secret are written down for its owner. */
public enum SecretEncoding {
  /** As UTF-8 text: what is read on paper is, byte for byte, the key of the HMAC. */
  TEXT,
  /** As base64 (RFC 4648 section 4), for imported secrets whose bytes are no text. */
  BASE64;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SecretEncoding ofColumn(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
