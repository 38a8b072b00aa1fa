package dev.countersign.signing.tencent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No change to a signed part goes unnoticed, and no two meanings share a text. */
class TencentPropertiesTest {

  private static final int REQUESTS = 40_000;
  private static final List<String> REPLACEMENTS = List.of("&=?%+,;/#@ab01 -.\n\t\u00e4".split(""));

  @ParameterizedTest
  @EnumSource(TencentRequests.Part.class)
  void anyOneCharacterOfASignedPartChanged_leavesNoSignedText(TencentRequests.Part part) {
    for (TencentRequests original : TencentRequests.samples()) {
      Set<String> signed = new HashSet<>(texts(original));
      assertFalse(signed.isEmpty(), "the sample is good");
      int tried = 0;
      for (TencentRequests changed : changes(original, part)) {
        if (!changed.meaning().equals(original.meaning())) {
          List<String> texts = texts(changed);
          assertTrue(
              texts.stream().noneMatch(signed::contains),
              () -> original + "\nshares a text with " + changed);
          tried++;
        }
      }
      assertTrue(tried > 0 || original.part(part).isEmpty(), "something was changed");
    }
  }

  /** Plus signs, commas and environments are left out: the docs name what they are good for. */
  @Test
  void randomRequests_shareATextOnlyWhereTheyMeanTheSame() {
    Map<String, List<String>> meaningByText = new HashMap<>();
    Random random = new Random(20261121);
    int shared = 0;
    for (int i = 0; i < REQUESTS; i++) {
      TencentRequests request = TencentRequests.random(random);
      for (String text : texts(request)) {
        List<String> meaning = request.meaning();
        List<String> first = meaningByText.putIfAbsent(text, meaning);
        assertEquals(first == null ? meaning : first, meaning, () -> "of " + text);
        shared += first == null ? 0 : 1;
      }
    }
    assertTrue(meaningByText.size() > REQUESTS / 4, meaningByText.size() + " texts");
    assertTrue(shared > 100, shared + " texts were met again");
  }

  @Test
  void randomRubbish_isUnreadableOrHasAFewTexts() {
    Random random = new Random(3);
    for (int i = 0; i < REQUESTS / 4; i++) {
      TencentRequests request = TencentRequests.rubbish(random);
      assertTrue(texts(request).size() <= SignedBodyReading.MAX_TEXTS);
    }
  }

  private static List<TencentRequests> changes(
      TencentRequests original, TencentRequests.Part part) {
    String value = original.part(part);
    List<TencentRequests> changes = new ArrayList<>();
    for (int at = 0; at < value.length(); at++) {
      String before = value.substring(0, at);
      changes.add(original.with(part, before + value.substring(at + 1)));
      for (String c : REPLACEMENTS) {
        changes.add(original.with(part, before + c + value.substring(at + 1)));
        changes.add(original.with(part, before + c + value.substring(at)));
      }
    }
    changes.removeIf(changed -> changed.part(part).equals(value));
    return changes;
  }

  private static List<String> texts(TencentRequests request) {
    try {
      return TencentVectors.texts(
              TencentScheme.create().read(request.signable()), request.bodyBytes())
          .stream()
          .map(TencentVectors::string)
          .toList();
    } catch (UnreadableSignatureException refused) {
      return List.of();
    }
  }
}
