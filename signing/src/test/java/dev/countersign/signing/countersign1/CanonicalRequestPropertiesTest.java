package dev.countersign.signing.countersign1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No two requests that mean different things share one signed text. */
class CanonicalRequestPropertiesTest {

  private static final int REQUESTS = 1_000_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        SampleRequests.METHOD,
        SampleRequests.HOST,
        SampleRequests.PATH,
        SampleRequests.QUERY,
        "X-App-Key",
        "X-App-Timestamp",
        "X-App-Nonce",
        "X-App-Environment",
        "Content-Type",
        "Content-Encoding",
        "Content-Digest",
        "X-App-Signed-Headers",
        "X-Request-Id",
        "X-Tenant"
      })
  void anyOneCharacterOfASignedPartChanged_isAnotherTextOrUnreadable(String part) throws Exception {
    Map<String, String> parts = SampleRequests.parts();
    String text = text(SampleRequests.request(parts));
    String value = parts.getOrDefault(part, "");
    int readable = 0;
    for (int at = 0; at < value.length(); at++) {
      for (char other = 0; other < 0x180; other++) {
        if (isAnother(part, value.charAt(at), other)) {
          parts.put(part, value.substring(0, at) + other + value.substring(at + 1));
          readable += assertOtherTextOrUnreadable(text, SampleRequests.request(parts));
        }
      }
    }
    boolean everyChangeBreaksTheForm = part.equals("X-App-Signed-Headers");
    assertTrue(readable >= value.length() || everyChangeBreaksTheForm, readable + " readable ones");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SampleRequests.QUERY,
        "Content-Type",
        "Content-Encoding",
        "Content-Digest",
        "X-App-Signed-Headers"
      })
  void anOptionalPartLeftOut_isAnotherText(String part) throws Exception {
    Map<String, String> parts = SampleRequests.parts();
    String text = text(SampleRequests.request(parts));
    parts.remove(part);

    assertNotEquals(text, text(SampleRequests.request(parts)));
  }

  @Test
  void requestsFullOfDelimiters_shareATextOnlyWhenTheyMeanTheSame() {
    DelimiterRequests source = new DelimiterRequests(new Random(9421));
    Map<UUID, UUID> meaningByText = new HashMap<>();
    Map<UUID, UUID> textByMeaning = new HashMap<>();
    int readable = 0;
    int unreadable = 0;
    for (int i = 0; i < REQUESTS; i++) {
      Map<String, String> parts = source.next();
      try {
        UUID text = fingerprint(text(SampleRequests.request(parts)));
        readable++;
        UUID meaning = fingerprint(unambiguous(DelimiterRequests.meaning(parts)));
        assertEquals(meaning, meaningByText.computeIfAbsent(text, first -> meaning));
        assertEquals(text, textByMeaning.computeIfAbsent(meaning, first -> text));
      } catch (UnreadableSignatureException refused) {
        unreadable++;
      }
    }
    assertTrue(unreadable > 0, "some hold delimiters where none are allowed");
    assertTrue(readable >= 800_000, readable + " of the requests could be read");
    assertTrue(
        meaningByText.size() < readable, "some meant the same, so both directions were tried");
  }

  private static String unambiguous(List<String> words) {
    return words.stream().map(word -> word.length() + ":" + word).collect(Collectors.joining());
  }

  /** A million of the texts themselves would need gigabytes. */
  private static UUID fingerprint(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void partsMovedAcrossALine_neverShareAText() throws Exception {
    List<String> texts = new ArrayList<>();
    for (String[] pair :
        new String[][] {
          {"/a", "b"},
          {"/a/b", ""},
          {"/a%0Ab", ""},
          {"/a%0ab", ""},
          {"/a", "%0Ab"},
          {"/a?", "b"},
          {"/a%3Fb", ""},
          {"/a", "?b"},
          {"/a&", "b"},
          {"/a", "b="},
          {"/a", "b&"},
          {"/a", "b%3D"},
          {"/a", "b%26"},
          {"/a%00", "b"}
        }) {
      Map<String, String> parts = SampleRequests.parts();
      parts.put(SampleRequests.PATH, pair[0]);
      parts.put(SampleRequests.QUERY, pair[1]);
      texts.add(text(SampleRequests.request(parts)));
    }

    assertEquals(texts.size(), texts.stream().distinct().count());
  }

  private static int assertOtherTextOrUnreadable(String text, SignableRequest changed) {
    try {
      assertNotEquals(text, text(changed));
      return 1;
    } catch (UnreadableSignatureException refused) {
      return 0;
    }
  }

  /** Host's case and the kind of white space in a signed header are not signed. */
  private static boolean isAnother(String part, char now, char other) {
    boolean sameLetter = part.equals(SampleRequests.HOST) && Character.toLowerCase(other) == now;
    boolean sameGap = part.equals("X-Request-Id") && now == ' ' && other == '\t';
    return now != other && !sameLetter && !sameGap;
  }

  private static String text(SignableRequest request) throws UnreadableSignatureException {
    return new String(Countersign1Reader.read(request).bytes(), StandardCharsets.UTF_8);
  }
}
