package dev.countersign.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HmacTest {

  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);

  static Stream<Arguments> published() throws IOException {
    try (InputStream in = HmacTest.class.getResourceAsStream("/vectors/hmac.json")) {
      JsonNode rows = new ObjectMapper().readTree(in).required("rows");
      List<JsonNode> all = StreamSupport.stream(rows.spliterator(), false).toList();
      return all.stream().flatMap(HmacTest::perAlgorithm);
    }
  }

  private static Stream<Arguments> perAlgorithm(JsonNode row) {
    return Arrays.stream(Hmac.Algorithm.values())
        .filter(algorithm -> row.has(algorithm.name()))
        .map(
            algorithm ->
                Arguments.of(
                    row.get("sentence").textValue(),
                    algorithm,
                    row.get("key").textValue(),
                    row.get("data").textValue(),
                    row.get(algorithm.name()).textValue()));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("published")
  void publishedCase_givesThePublishedMac(
      String sentence, Hmac.Algorithm algorithm, String key, String data, String mac) {
    Hmac hmac = Hmac.of(algorithm, HexFormat.of().parseHex(key));
    String computed = HexFormat.of().formatHex(hmac.compute(HexFormat.of().parseHex(data)));

    assertEquals(mac, computed.substring(0, mac.length()), sentence);
  }

  @Test
  void sameObjectTwice_givesTheSameMac() {
    Hmac hmac = Hmac.of(Hmac.Algorithm.SHA256, KEY);
    MacTag first = MacTag.of(hmac.compute(MESSAGE));

    assertTrue(hmac.matches(MESSAGE, first));
    assertTrue(hmac.matches(MESSAGE, first));
    assertEquals(first.hex(), MacTag.of(hmac.compute(MESSAGE)).hex());
  }

  @Test
  void anyChangedBit_doesNotMatch() {
    Hmac hmac = Hmac.of(Hmac.Algorithm.SHA256, KEY);
    byte[] mac = hmac.compute(MESSAGE);
    for (int bit = 0; bit < mac.length * 8; bit++) {
      byte[] changed = mac.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertFalse(hmac.matches(MESSAGE, MacTag.of(changed)), "bit " + bit);
    }
  }

  @Test
  void shorterOrLongerTag_doesNotMatch() {
    Hmac hmac = Hmac.of(Hmac.Algorithm.SHA256, KEY);
    byte[] mac = hmac.compute(MESSAGE);

    assertFalse(hmac.matches(MESSAGE, MacTag.of(new byte[0])));
    assertFalse(hmac.matches(MESSAGE, MacTag.of(Arrays.copyOf(mac, 31))));
    assertFalse(hmac.matches(MESSAGE, MacTag.of(Arrays.copyOf(mac, 33))));
  }

  @Test
  void emptyKey_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Hmac.of(Hmac.Algorithm.SHA256, new byte[0]));
  }

  @Test
  void keyChangedByItsOwnerAfterwards_changesNothing() {
    byte[] key = KEY.clone();
    Hmac hmac = Hmac.of(Hmac.Algorithm.SHA256, key);
    MacTag before = MacTag.of(hmac.compute(MESSAGE));
    Arrays.fill(key, (byte) 0);

    assertTrue(hmac.matches(MESSAGE, before));
  }

  @Test
  void tag_doesNotPrint() {
    byte[] mac = Hmac.of(Hmac.Algorithm.SHA256, KEY).compute(MESSAGE);

    assertEquals("MacTag[32 bytes]", MacTag.of(mac).toString());
  }

  @Test
  void tagsBytesChangedByTheirOwnerAfterwards_changeNothing() {
    Hmac hmac = Hmac.of(Hmac.Algorithm.SHA256, KEY);
    byte[] mac = hmac.compute(MESSAGE);
    MacTag tag = MacTag.of(mac);
    Arrays.fill(mac, (byte) 0);

    assertTrue(hmac.matches(MESSAGE, tag));
  }
}
