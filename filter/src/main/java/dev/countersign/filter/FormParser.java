package dev.countersign.filter;

import dev.countersign.filter.access.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.function.BiConsumer;

/**
 * Reads {@code application/x-www-form-urlencoded}. What cannot be read is refused as a whole, as
 * the servlet specification (6.1) asks: to pass over a pair would give the application another form
 * than the one that was signed.
 */
final class FormParser {

  private static final int HEX = 16;

  private final byte[] form;
  private final Charset charset;

  FormParser(byte[] form, Charset charset) {
    this.form = form;
    this.charset = charset;
  }

  /**
   * Gives each name and value, in order. Throws {@link UnreadableFormException} where it cannot be
   * read.
   */
  void parse(BiConsumer<String, String> sink) {
    int start = 0;
    while (start < form.length) {
      int end = find('&', start, form.length);
      if (end > start) {
        pair(start, end, sink);
      }
      start = end + 1;
    }
  }

  private void pair(int start, int end, BiConsumer<String, String> sink) {
    int equals = find('=', start, end);
    if (equals == start) {
      throw new UnreadableFormException(Reason.MALFORMED, "a form parameter has no name");
    }
    sink.accept(decode(start, equals), decode(Math.min(equals + 1, end), end));
  }

  private int find(char wanted, int start, int end) {
    int at = start;
    while (at < end && form[at] != wanted) {
      at++;
    }
    return at;
  }

  private String decode(int start, int end) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - start);
    for (int at = start; at < end; at++) {
      if (form[at] == '%') {
        bytes.write(escaped(at, end));
        at += 2;
      } else {
        bytes.write(form[at] == '+' ? ' ' : form[at]);
      }
    }
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableFormException(
          Reason.MALFORMED, "a form parameter is not text in " + charset);
    }
  }

  private int escaped(int at, int end) {
    int high = at + 2 < end ? Character.digit(form[at + 1], HEX) : -1;
    int low = at + 2 < end ? Character.digit(form[at + 2], HEX) : -1;
    if (high < 0 || low < 0) {
      throw new UnreadableFormException(Reason.MALFORMED, "a form parameter has a broken escape");
    }
    return high * HEX + low;
  }
}
