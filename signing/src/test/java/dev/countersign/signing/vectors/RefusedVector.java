package dev.countersign.signing.vectors;

import dev.countersign.signing.Secret;
import java.util.List;

/**
 * A request that every verifier refuses.
 *
 * @param kind {@code malformed}, {@code unsupported}, {@code signature-invalid} or {@code
 *     body-mismatch}
 */
public record RefusedVector(
    String sentence, List<String> rules, VectorRequest request, Secret secret, String kind) {

  @Override
  public String toString() {
    return kind + ": " + sentence;
  }
}
