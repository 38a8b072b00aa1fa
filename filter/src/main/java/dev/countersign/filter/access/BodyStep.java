package dev.countersign.filter.access;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Step 11, body: the digest of the bytes that arrived is the signed one; a request without a body
 * is proved empty.
 */
final class BodyStep {

  /** With who hears of a body that was let in while it still arrived, and then failed the proof. */
  void prove(BodySource body, Coverage coverage, Consumer<BodyException> late)
      throws BodyException {
    if (coverage instanceof Coverage.DeclaredDigest declared) {
      body.prove(declared.digest(), late);
    }
  }

  /**
   * The texts of a body that was held, because the signature needs it: when one of them matches,
   * the body is proved.
   */
  static List<CanonicalRequest> texts(Coverage.WholeBody whole, byte[] held) throws Rejection {
    try {
      return whole.reading().canonicalRequests(held);
    } catch (UnreadableSignatureException e) {
      throw ReadStep.rejection(e);
    }
  }
}
