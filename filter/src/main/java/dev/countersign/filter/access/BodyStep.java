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
    } else {
      body.proveHeld();
    }
  }

  /**
   * The texts of a body that was held, because the signature needs it: when one of them matches,
   * the body is proved. Only bodies of callers who might be let in come so far: one that the scheme
   * cannot read has no answer of its own, which would tell a stranger whose app keys these are.
   */
  static List<CanonicalRequest> texts(Coverage.WholeBody whole, byte[] held) throws Rejection {
    try {
      return whole.reading().canonicalRequests(held);
    } catch (UnreadableSignatureException e) {
      throw new Rejection(
          Reason.SIGNATURE_INVALID, "the body is none of this scheme: " + e.getMessage());
    }
  }

  /** The texts if there is no body; none if the scheme wants one. */
  static List<CanonicalRequest> textsWithoutBody(Coverage.WholeBody whole) {
    try {
      return whole.reading().canonicalRequests(new byte[0]);
    } catch (UnreadableSignatureException e) {
      return List.of();
    }
  }
}
