package dev.countersign.signing.tencent;

/**
 * The order of texts by their UTF-8 bytes, in which clients in C, Go, PHP and Python sort. {@link
 * String#compareTo} differs where a character outside the basic plane is involved.
 */
final class ByteOrder {

  private ByteOrder() {}

  static int compare(String one, String other) {
    int common = Math.min(one.length(), other.length());
    for (int i = 0; i < common; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        boolean sameKind = Character.isSurrogate(a) == Character.isSurrogate(b);
        return sameKind ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
      }
    }
    return Integer.compare(one.length(), other.length());
  }
}
