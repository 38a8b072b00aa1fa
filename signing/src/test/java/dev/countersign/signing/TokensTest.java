package dev.countersign.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TokensTest {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";

  @Test
  void eachCharacter_isInExactlyItsAlphabets() {
    for (int code = 0; code <= 0x2ff; code++) {
      String text = String.valueOf((char) code);
      boolean alphanumeric = (LETTERS + DIGITS).contains(text);
      boolean token = alphanumeric || "!#$%&'*+-.^_`|~".contains(text);
      boolean upperCase = code >= 'A' && code <= 'Z';
      String name = "U+" + Integer.toHexString(code);

      assertEquals(alphanumeric || "_-".contains(text), Tokens.isIdentifier(text, 1, 1), name);
      assertEquals(token, Tokens.isToken(text), name);
      assertEquals(token && !upperCase, Tokens.isLowerCaseToken(text), name);
      assertEquals(
          code == '\t' || (code >= 0x20 && code <= 0x7e), Tokens.isVisibleAscii(text), name);
      assertEquals(code >= 0x21 && code <= 0x7e, Tokens.isVisibleAsciiWithoutSpace(text), name);
    }
  }

  @Test
  void oneWrongCharacterAnywhere_isFound() {
    for (int at = 0; at < 5; at++) {
      String text = new StringBuilder("aaaaa").replace(at, at + 1, "\n").toString();
      assertFalse(Tokens.isIdentifier(text, 1, 9));
      assertFalse(Tokens.isToken(text));
      assertFalse(Tokens.isVisibleAscii(text));
      assertFalse(Tokens.isVisibleAsciiWithoutSpace(text));
    }
  }

  @Test
  void lengths_countAtBothEnds() {
    assertFalse(Tokens.isIdentifier("aa", 3, 5));
    assertTrue(Tokens.isIdentifier("aaa", 3, 5));
    assertTrue(Tokens.isIdentifier("aaaaa", 3, 5));
    assertFalse(Tokens.isIdentifier("aaaaaa", 3, 5));
  }

  @Test
  void emptyText_isNoToken() {
    assertFalse(Tokens.isToken(""));
    assertFalse(Tokens.isLowerCaseToken(""));
    assertTrue(Tokens.isVisibleAscii(""));
  }
}
