package dev.countersign.signing.rfc9421;

/**
 * A value of a structured field (RFC 9651 section 3.3) of the kinds that signatures use.
 *
 * @param text of a string without quotes and escapes, of bytes the base64, else as sent
 */
record BareItem(Kind kind, String text) {

  enum Kind {
    INTEGER,
    STRING,
    TOKEN,
    BYTES,
    BOOLEAN
  }
}
