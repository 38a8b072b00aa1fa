package dev.countersign.signing.rfc9421;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.scheme.UnreadableSignatureException;

/** A place in the text of one field. Not thread-safe. */
final class FieldCursor {

  private static final char END = 0;

  private final String name;
  private final String text;
  private int at;

  /**
   * @param text of visible ASCII, space and tab
   */
  FieldCursor(String name, String text) {
    this.name = name;
    this.text = text;
  }

  boolean isAtEnd() {
    return at == text.length();
  }

  int position() {
    return at;
  }

  String since(int start) {
    return text.substring(start, at);
  }

  char peek() {
    return isAtEnd() ? END : text.charAt(at);
  }

  char next() throws UnreadableSignatureException {
    if (isAtEnd()) {
      throw wrong("ends too early");
    }
    return text.charAt(at++);
  }

  boolean takes(char wanted) {
    boolean taken = !isAtEnd() && text.charAt(at) == wanted;
    at += taken ? 1 : 0;
    return taken;
  }

  void expect(char wanted) throws UnreadableSignatureException {
    if (!takes(wanted)) {
      throw wrong("lacks a '" + wanted + "'");
    }
  }

  void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  UnreadableSignatureException wrong(String what) {
    return malformed(name + " is not the structured field that it should be: it " + what);
  }
}
