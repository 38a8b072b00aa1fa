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
  void prove(Attempt attempt, Coverage coverage, Consumer<BodyException> late)
      throws BodyException {
    if (isHeld(attempt.body(), coverage)) {
      attempt.body().proveHeld();
    } else {
      attempt.body().prove(attempt.bodyDigest(), late);
    }
  }

  /**
   * Whether the body is read before the signature is checked, which needs it: not where the head
   * says that there is none. The signature is then checked first, and the body proved empty last.
   */
  static boolean isHeld(BodySource body, Coverage coverage) {
    return coverage instanceof Coverage.WholeBody && body.declaredLength() != 0;
  }

  /**
   * The texts of a body that was held, because the signature needs it: when one of them matches,
   * the body is proved. Only bodies of callers who might be let in come so far, and empty ones: one
   * that the scheme cannot read has no answer of its own, which would tell a stranger whose app
   * keys these are.
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
