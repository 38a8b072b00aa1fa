package dev.countersign.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppKeyTest {

  @ParameterizedTest
  @ValueSource(strings = {"abcde", "A-_z9", "-----", "00000"})
  void fiveAllowedCharacters_areAKey(String text) {
    assertEquals(text, new AppKey(text).value());
    assertEquals(text, new AppKey(text).toString());
  }

  @Test
  void length128_isTheLongest() {
    assertTrue(AppKey.isValid("k".repeat(128)));
    assertFalse(AppKey.isValid("k".repeat(129)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "abcd", "ab cd", "abcd.", "abcd/", "abcd\n", "abcdé", "abcd\u0000", "٠١٢٣٤"})
  void anythingElse_isRefusedWithoutRepeatingIt(String text) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> new AppKey(text));

    assertFalse(AppKey.isValid(text));
    assertEquals(
        "an app key has 5 to 128 characters of A-Z, a-z, 0-9, '_' and '-'", refusal.getMessage());
  }

  @Test
  void otherCase_isAnotherKey() {
    assertNotEquals(new AppKey("orders"), new AppKey("Orders"));
    assertEquals(new AppKey("orders"), new AppKey("orders"));
  }
}
