package dev.countersign.signing.aws4;

import dev.countersign.signing.CanonicalRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Stands for the text of a request whose unsigned hash header contradicts its body. No signer makes
 * a signature of it, so the request fails like any other with a wrong one, for as much work.
 *
 * @param text what would be signed if the header were ignored
 */
record Contradiction(CanonicalRequest text) implements CanonicalRequest {

  private static final String EXPLANATION = "x-amz-content-sha256 is not the hash of the body\n";

  @Override
  public byte[] bytes() {
    byte[] prefix = EXPLANATION.getBytes(StandardCharsets.US_ASCII);
    byte[] rest = text.bytes();
    byte[] all = Arrays.copyOf(prefix, prefix.length + rest.length);
    System.arraycopy(rest, 0, all, prefix.length, rest.length);
    return all;
  }

  @Override
  public String disclosed() {
    return EXPLANATION + text.disclosed();
  }

  @Override
  public String toString() {
    return disclosed();
  }
}
