package dev.countersign.signing.rfc9421;

import dev.countersign.signing.rfc9421.BareItem.Kind;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the parts of structured fields (RFC 9651 section 4.2), stricter than the RFC: no key
 * repeats, and there is no white space but after the commas of a dictionary, because what is read
 * is also signed as it stands.
 */
final class FieldParser {

  private static final int MAX_MEMBERS = 16;
  private static final int MAX_INTEGER_DIGITS = 15;

  private FieldParser() {}

  /** Reads one member of a dictionary, behind its key and equals sign. */
  @FunctionalInterface
  interface MemberReader<T> {
    T read(FieldCursor cursor) throws UnreadableSignatureException;
  }

  static <T> Map<String, T> dictionary(FieldCursor cursor, MemberReader<T> reader)
      throws UnreadableSignatureException {
    Map<String, T> members = new LinkedHashMap<>();
    cursor.skipBlanks();
    do {
      cursor.skipBlanks();
      String key = key(cursor);
      cursor.expect('=');
      put(cursor, members, key, reader.read(cursor));
      cursor.skipBlanks();
    } while (cursor.takes(','));
    if (!cursor.isAtEnd()) {
      throw cursor.wrong("goes on behind a member");
    }
    return members;
  }

  static Map<String, BareItem> parameters(FieldCursor cursor) throws UnreadableSignatureException {
    Map<String, BareItem> parameters = new LinkedHashMap<>();
    while (cursor.takes(';')) {
      String key = key(cursor);
      BareItem value = cursor.takes('=') ? item(cursor) : new BareItem(Kind.BOOLEAN, "1");
      put(cursor, parameters, key, value);
    }
    return parameters;
  }

  static String bytes(FieldCursor cursor) throws UnreadableSignatureException {
    cursor.expect(':');
    int start = cursor.position();
    while (cursor.next() != ':') {
      // StrictBase64 judges the characters.
    }
    String text = cursor.since(start);
    return text.substring(0, text.length() - 1);
  }

  static String string(FieldCursor cursor) throws UnreadableSignatureException {
    cursor.expect('"');
    StringBuilder out = new StringBuilder();
    for (char c = cursor.next(); c != '"'; c = cursor.next()) {
      out.append(c == '\\' ? escaped(cursor) : c);
    }
    if (out.indexOf("\t") >= 0) {
      throw cursor.wrong("holds a tab in a string");
    }
    return out.toString();
  }

  private static char escaped(FieldCursor cursor) throws UnreadableSignatureException {
    char c = cursor.next();
    if (c != '"' && c != '\\') {
      throw cursor.wrong("escapes what needs no escape");
    }
    return c;
  }

  private static BareItem item(FieldCursor cursor) throws UnreadableSignatureException {
    char first = cursor.peek();
    if (first == '"') {
      return new BareItem(Kind.STRING, string(cursor));
    }
    if (first == ':') {
      return new BareItem(Kind.BYTES, bytes(cursor));
    }
    if (first == '?') {
      return new BareItem(Kind.BOOLEAN, bool(cursor));
    }
    return first == '-' || isDigit(first)
        ? new BareItem(Kind.INTEGER, integer(cursor))
        : new BareItem(Kind.TOKEN, token(cursor));
  }

  private static String bool(FieldCursor cursor) throws UnreadableSignatureException {
    cursor.expect('?');
    char value = cursor.next();
    if (value != '0' && value != '1') {
      throw cursor.wrong("holds a boolean other than ?0 and ?1");
    }
    return String.valueOf(value);
  }

  private static String integer(FieldCursor cursor) throws UnreadableSignatureException {
    int start = cursor.position();
    cursor.takes('-');
    int digits = cursor.position();
    while (isDigit(cursor.peek())) {
      cursor.next();
    }
    int length = cursor.position() - digits;
    if (length == 0 || length > MAX_INTEGER_DIGITS || cursor.peek() == '.') {
      throw cursor.wrong("holds a number that is no integer of up to 15 digits");
    }
    return cursor.since(start);
  }

  private static String token(FieldCursor cursor) throws UnreadableSignatureException {
    int start = cursor.position();
    if (!isLetter(cursor.peek()) && cursor.peek() != '*') {
      throw cursor.wrong("lacks a value");
    }
    while (isLetter(cursor.peek())
        || isDigit(cursor.peek())
        || isOneOf(":/!#$%&'*+-.^_`|~", cursor.peek())) {
      cursor.next();
    }
    return cursor.since(start);
  }

  private static String key(FieldCursor cursor) throws UnreadableSignatureException {
    int start = cursor.position();
    if (!isLowerCase(cursor.peek()) && cursor.peek() != '*') {
      throw cursor.wrong("lacks a key");
    }
    while (isLowerCase(cursor.peek()) || isDigit(cursor.peek()) || isOneOf("_-.*", cursor.peek())) {
      cursor.next();
    }
    return cursor.since(start);
  }

  private static <T> void put(FieldCursor cursor, Map<String, T> map, String key, T value)
      throws UnreadableSignatureException {
    if (map.put(key, value) != null) {
      throw cursor.wrong("repeats a key");
    }
    if (map.size() > MAX_MEMBERS) {
      throw cursor.wrong("has more than " + MAX_MEMBERS + " members");
    }
  }

  private static boolean isOneOf(String signs, char c) {
    return c != 0 && signs.indexOf(c) >= 0;
  }

  private static boolean isLowerCase(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isLetter(char c) {
    return isLowerCase(c) || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
