package dev.countersign.signing.tencent;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decoding of escapes that accepts no broken escape and no broken UTF-8. */
final class PercentDecoding {

  private PercentDecoding() {}

  /** A path without its escapes; {@code +} stands for itself. */
  static Optional<String> path(String raw) {
    return raw.indexOf('%') < 0 ? Optional.of(raw) : decoded(raw, '+');
  }

  /** A name or value without its escapes; {@code +} is a space. */
  static Optional<String> parameter(String raw) {
    return raw.indexOf('%') < 0 ? Optional.of(raw.replace('+', ' ')) : decoded(raw, ' ');
  }

  /** The text that these bytes are as UTF-8. */
  static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  /** Whether the text holds something that a reader who decodes once more would take for more. */
  static boolean holdsEscape(String text) {
    int percent = text.indexOf('%');
    while (percent >= 0) {
      if (octet(text, percent) >= 0) {
        return true;
      }
      percent = text.indexOf('%', percent + 1);
    }
    return false;
  }

  private static Optional<String> decoded(String raw, char plus) {
    byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        out.write(bytes[i] == '+' ? plus : bytes[i]);
        continue;
      }
      int octet = octet(bytes, i);
      if (octet < 0) {
        return Optional.empty();
      }
      out.write(octet);
      i += 2;
    }
    return utf8(out.toByteArray());
  }

  private static int octet(byte[] text, int percent) {
    return percent + 2 < text.length ? octet(text[percent + 1], text[percent + 2]) : -1;
  }

  private static int octet(String text, int percent) {
    return percent + 2 < text.length()
        ? octet(text.charAt(percent + 1), text.charAt(percent + 2))
        : -1;
  }

  /** The byte of two hexadecimal digits of ASCII, or a negative number. */
  private static int octet(int high, int low) {
    return high > 'f' || low > 'f' ? -1 : digit(high) * 16 + digit(low);
  }

  private static int digit(int c) {
    int value = c < 0 ? -1 : Character.digit(c, 16);
    return value < 0 ? -256 : value;
  }
}
