package dev.countersign.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictBase64Test {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  @ParameterizedTest
  @CsvSource({"'',''", "f,Zg==", "fo,Zm8=", "foo,Zm9v", "foob,Zm9vYg==", "foobar,Zm9vYmFy"})
  void rfc4648Row_isWrittenAndReadAgain(String plain, String encoded) {
    byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);

    assertEquals(encoded, StrictBase64.encode(bytes));
    assertArrayEquals(bytes, StrictBase64.decode(encoded, bytes.length).orElseThrow());
  }

  /** Every text that differs from the right one in its last character before the padding. */
  @ParameterizedTest
  @CsvSource({"1,g", "2,8"})
  void trailingBitsThatAreNotZero_areRefused(int length, char right) {
    String start = length == 1 ? "Z" : "Zm";
    String padding = length == 1 ? "==" : "=";
    int zeroBits = length == 1 ? 16 : 4;
    for (int i = 0; i < ALPHABET.length(); i++) {
      String text = start + ALPHABET.charAt(i) + padding;
      boolean one = i % zeroBits == 0;
      assertEquals(one, StrictBase64.decode(text, length).isPresent(), text);
    }
    assertEquals(0, ALPHABET.indexOf(right) % zeroBits);
  }

  @ParameterizedTest
  @CsvSource({
    "1,Zg",
    "1,Zg=",
    "1,Zg===",
    "1,=Zg=",
    "1,Z=g=",
    "2,Zm8",
    "2,Zm8==",
    "3,'Zm9v '",
    "3,' Zm9v'",
    "3,'Zm 9v'",
    "3,Zm9v====",
    "3,Zm9",
    "1,Z_==",
    "1,Z-==",
    "3,Zm9\u0000",
    "3,Zm9é",
    "3,Zm9\u212a"
  })
  void otherSpelling_isRefused(int length, String text) {
    assertEquals(Optional.empty(), StrictBase64.decode(text, length));
  }

  @Test
  void lineBreaks_areRefused() {
    assertEquals(Optional.empty(), StrictBase64.decode("Zm9v\n", 3));
    assertEquals(Optional.empty(), StrictBase64.decode("Zm9v\r\nZm9v", 6));
  }

  @Test
  void otherLength_isRefused() {
    assertEquals(Optional.empty(), StrictBase64.decode("Zg==", 2));
    assertEquals(Optional.empty(), StrictBase64.decode("Zg==", 3));
    assertEquals(Optional.empty(), StrictBase64.decode("Zm9v", 2));
  }

  @Test
  void seededMutations_neverGiveTheSameBytesTwice() {
    Random random = new Random(4648);
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = new byte[32];
      random.nextBytes(bytes);
      String text = StrictBase64.encode(bytes);
      int at = random.nextInt(text.length());
      char other = (char) (random.nextInt(0x7f - 0x20) + 0x20);
      String changed = text.substring(0, at) + other + text.substring(at + 1);
      if (!changed.equals(text)) {
        StrictBase64.decode(changed, 32)
            .ifPresent(decoded -> assertEquals(changed, StrictBase64.encode(decoded)));
      }
    }
  }
}
