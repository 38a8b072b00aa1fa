package dev.countersign.signing.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Other inputs, made of those of a corpus. One character is one byte. */
final class InputChanges {

  private static final String BYTES =
      " \t\r\n\0%;/\\&=\",.:?#+-_()*{}$0aAzZ\u007f\u0080\u00c3\u00ff";

  private final List<String> corpus;
  private final List<String> words = new ArrayList<>();

  InputChanges(List<byte[]> inputs) {
    corpus = inputs.stream().map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1)).toList();
    corpus.forEach(text -> words.addAll(Arrays.asList(text.split("(?<=[\n ,;:=&/?])", -1))));
  }

  /** One of the corpus with up to four changes. */
  byte[] next(Random random) {
    String text = any(corpus, random);
    for (int i = random.nextInt(4); i >= 0; i--) {
      text = changed(text, random);
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** About so many bytes, of which a part of one of the corpus, repeated, is the most. */
  byte[] enlarged(String text, int size, Random random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + 1 + random.nextInt(40));
    String part = from == to ? "a" : text.substring(from, to);
    String large = text.substring(0, from) + part.repeat(size / part.length()) + text.substring(to);
    return large.getBytes(StandardCharsets.ISO_8859_1);
  }

  private String changed(String text, Random random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(1 + random.nextInt(24)));
    String rest = text.substring(to);
    return text.substring(0, from)
        + switch (random.nextInt(8)) {
          case 0 -> rest;
          case 1 -> text.substring(from, to).repeat(2) + rest;
          case 2 -> (char) random.nextInt(256) + rest;
          case 3 -> BYTES.charAt(random.nextInt(BYTES.length())) + text.substring(from);
          case 4 -> any(words, random) + text.substring(from);
          case 5 -> any(words, random) + rest;
          case 6 ->
              rest.isEmpty()
                  ? ""
                  : (char) (rest.charAt(0) ^ (1 << random.nextInt(8))) + rest.substring(1);
          default -> behind(any(corpus, random), random);
        };
  }

  private static String behind(String other, Random random) {
    return other.substring(random.nextInt(other.length() + 1));
  }

  private static String any(List<String> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }
}
