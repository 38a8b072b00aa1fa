package dev.countersign.signing.scheme;

import dev.countersign.signing.CanonicalRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Stands for the text of a request whose digest header contradicts its body, where that header is
 * not what proves the body. No signer makes a signature of it, so the request fails like any other
 * with a wrong one, for as much work. Immutable and thread-safe.
 *
 * @param explanation a sentence that holds blanks and neither a colon nor a line feed, so that it
 *     begins no scheme's text
 * @param text what would be signed if the header were ignored
 */
public record Contradiction(String explanation, CanonicalRequest text) implements CanonicalRequest {

  @Override
  public byte[] bytes() {
    byte[] prefix = (explanation + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] rest = text.bytes();
    byte[] all = Arrays.copyOf(prefix, prefix.length + rest.length);
    System.arraycopy(rest, 0, all, prefix.length, rest.length);
    return all;
  }

  @Override
  public String disclosed() {
    return explanation + "\n" + text.disclosed();
  }

  @Override
  public String toString() {
    return disclosed();
  }
}
