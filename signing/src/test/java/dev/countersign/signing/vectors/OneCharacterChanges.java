package dev.countersign.signing.vectors;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Changes every character of a part of a request to every other of ASCII. */
public final class OneCharacterChanges {

  private OneCharacterChanges() {}

  /**
   * Asserts that no change of this part leaves the request one of its texts.
   *
   * @param part a text that occurs once in the head, whose lines are the request line without its
   *     version, and the headers
   * @return how many of the changed requests could be read
   */
  public static int assertEachIsAnotherText(
      SignatureScheme scheme, VectorRequest request, String part) throws Exception {
    String head = head(request);
    assertTrue(head.contains(part), part);
    Set<String> texts = texts(scheme, request);
    int start = head.indexOf(part);
    int readable = 0;
    for (int at = start; at < start + part.length(); at++) {
      for (char other = '!'; other <= '~'; other++) {
        String changed = head.substring(0, at) + other + head.substring(at + 1);
        if (Character.toLowerCase(other) != Character.toLowerCase(head.charAt(at))) {
          readable += assertDisjoint(scheme, texts, request(changed, request), changed);
        }
      }
    }
    return readable;
  }

  private static int assertDisjoint(
      SignatureScheme scheme, Set<String> texts, VectorRequest changed, String head) {
    try {
      assertTrue(Collections.disjoint(texts, texts(scheme, changed)), head);
      return 1;
    } catch (UnreadableSignatureException refused) {
      return 0;
    }
  }

  private static Set<String> texts(SignatureScheme scheme, VectorRequest request)
      throws UnreadableSignatureException {
    Set<String> texts = new HashSet<>();
    for (CanonicalRequest text :
        Verification.texts(scheme.read(request.signable()), request.bodyBytes())) {
      texts.add(new String(text.bytes(), StandardCharsets.UTF_8));
    }
    return texts;
  }

  private static String head(VectorRequest request) {
    return request.method() + " " + request.target() + "\n" + String.join("\n", request.headers());
  }

  private static VectorRequest request(String head, VectorRequest body) {
    List<String> lines = List.of(head.split("\n", -1));
    String first = lines.get(0);
    int blank = first.indexOf(' ');
    List<String> headers =
        IntStream.range(1, lines.size())
            .mapToObj(lines::get)
            .filter(line -> line.contains(": "))
            .toList();
    return new VectorRequest(
        first.substring(0, blank), first.substring(blank + 1), headers, body.body());
  }
}
