package dev.countersign.signing.vectors;

import dev.countersign.signing.Secret;
import java.util.List;

/**
 * A signed request that every verifier accepts and every signer makes.
 *
 * @param secretText the secret as it is configured: its text, or base64 where {@code
 *     secretIsBase64}
 * @param signature the base64 without its version
 * @param command for a POSIX shell; prints the signature
 */
public record AcceptedVector(
    String sentence,
    List<String> rules,
    VectorRequest request,
    Secret secret,
    String secretText,
    boolean secretIsBase64,
    String canonicalRequest,
    String signature,
    String command) {

  @Override
  public String toString() {
    return sentence;
  }
}
