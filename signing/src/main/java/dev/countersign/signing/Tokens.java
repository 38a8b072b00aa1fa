package dev.countersign.signing;

/**
 * The small alphabets that signed headers are made of. Every check is a loop over characters: no
 * regular expression runs on text that a stranger sent.
 */
public final class Tokens {

  private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

  private Tokens() {}

  /** Whether the text has {@code min} to {@code max} characters, all of {@code [A-Za-z0-9_-]}. */
  public static boolean isIdentifier(String text, int min, int max) {
    if (text.length() < min || text.length() > max) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isAlphanumeric(c) && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }

  /** Whether the text is a token of RFC 9110 section 5.6.2, such as a method or a header name. */
  public static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isTokenCharacter(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /**
   * Whether the text is a token without upper-case letters, as header names are listed in a
   * signature.
   */
  public static boolean isLowerCaseToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
        return false;
      }
    }
    return isToken(text);
  }

  /** Whether the text consists of visible ASCII, space and horizontal tab only. */
  public static boolean isVisibleAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t') || c > '~') {
        return false;
      }
    }
    return true;
  }

  /** Whether the text consists of visible ASCII only, as every target on a request line must. */
  public static boolean isVisibleAsciiWithoutSpace(String text) {
    return isVisibleAscii(text) && text.indexOf(' ') < 0 && text.indexOf('\t') < 0;
  }

  private static boolean isTokenCharacter(char c) {
    return isAlphanumeric(c) || TOKEN_SIGNS.indexOf(c) >= 0;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
