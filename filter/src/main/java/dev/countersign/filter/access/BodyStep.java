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
  void prove(Attempt attempt, Consumer<BodyException> late) throws BodyException {
    attempt.body().prove(attempt.bodyDigest(), late);
  }

  /**
   * The texts of a body under a signature that needs it. Only bodies of callers who might be let in
   * come so far, or the empty one of a head that announces none: one that the scheme cannot read
   * has no answer of its own, which would tell a stranger whose app keys these are.
   */
  static List<CanonicalRequest> texts(Coverage.WholeBody whole, byte[] body) throws Rejection {
    try {
      return whole.reading().canonicalRequests(body);
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
