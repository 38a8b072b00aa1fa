package dev.countersign.signing.countersign1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Random heads of very few letters and many delimiters, so that equal and nearly equal ones are
 * frequent.
 */
final class DelimiterRequests {

  private static final List<String> PATH_PIECES =
      List.of(
          "a", "b", "/", "%0A", "%0a", "%0D", "%00", "%26", "%3D", "%3F", "&", "=", "?", ":", ";",
          "\n");
  private static final List<String> VALUE_PIECES =
      List.of("a", "b", " ", "  ", "\t", ":", ";", ",", "=", "\"");
  private static final List<String> HOSTS =
      List.of("a", "A", "a:80", "a:443", "b", "a:8080", "a:81", "a:443:80");
  private static final List<String> LISTS = List.of("", "", "x-a", "x-b", "x-a;x-b");

  private final Random random;

  DelimiterRequests(Random random) {
    this.random = random;
  }

  Map<String, String> next() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(SampleRequests.METHOD, one(List.of("GET", "get", "POST")));
    parts.put(SampleRequests.HOST, one(HOSTS));
    parts.put(SampleRequests.PATH, "/" + some(PATH_PIECES, 0, 2));
    parts.put(SampleRequests.QUERY, some(PATH_PIECES, 0, 2));
    parts.put("X-App-Key", one(List.of("aaaaa", "aaaab")));
    parts.put("X-App-Timestamp", one(List.of("2026-11-21T19:44:12Z", "2026-11-21T19:44:12.0Z")));
    parts.put("X-App-Nonce", "a".repeat(16));
    parts.put("X-App-Environment", one(List.of("a", "b")));
    maybe(parts, "Content-Type", "a" + some(VALUE_PIECES, 0, 2) + "a");
    maybe(parts, "Content-Encoding", one(List.of("a", "b")));
    maybe(parts, "Content-Digest", SampleRequests.digest(one(List.of("", "a"))));
    String list = one(LISTS);
    if (!list.isEmpty()) {
      parts.put("X-App-Signed-Headers", list);
    }
    parts.put("X-A", some(VALUE_PIECES, 1, 2) + "a");
    parts.put("X-B", one(List.of("a", "b", "a:b")));
    return parts;
  }

  /**
   * What a request means under the rules P-21 to P-30 and P-70, written down without joining
   * anything.
   */
  static List<String> meaning(Map<String, String> parts) {
    List<String> meaning = new ArrayList<>();
    parts.forEach(
        (name, value) -> {
          if (name.startsWith(":") || name.startsWith("X-App")) {
            meaning.add(name + "=" + (name.equals(SampleRequests.HOST) ? host(value) : value));
          }
        });
    meaning.add("type " + parts.get("Content-Type"));
    meaning.add("encoding " + parts.get("Content-Encoding"));
    meaning.add(parts.getOrDefault("Content-Digest", SampleRequests.digest("")));
    String list = parts.getOrDefault("X-App-Signed-Headers", "");
    meaning.add(list.contains("x-a") ? words(parts.getOrDefault("X-A", "")) : "not signed");
    meaning.add(list.contains("x-b") ? words(parts.getOrDefault("X-B", "")) : "not signed");
    return meaning;
  }

  private static String host(String value) {
    return value.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
  }

  private static String words(String value) {
    return value.strip().replaceAll("[ \t]+", " ");
  }

  private void maybe(Map<String, String> parts, String name, String value) {
    if (random.nextBoolean()) {
      parts.put(name, value);
    }
  }

  private String some(List<String> pieces, int atLeast, int atMost) {
    StringBuilder text = new StringBuilder();
    int count = atLeast + random.nextInt(atMost - atLeast + 1);
    for (int i = 0; i < count; i++) {
      text.append(one(pieces));
    }
    return text.toString();
  }

  private String one(List<String> pieces) {
    return pieces.get(random.nextInt(pieces.size()));
  }
}
