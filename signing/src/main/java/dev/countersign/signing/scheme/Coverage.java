package dev.countersign.signing.scheme;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.ContentDigest;
import java.util.List;

/** How a signature covers the body, and therefore when it can be checked. */
public sealed interface Coverage {

  /**
   * The text holds a digest that the request declares: the signature is checked on the head alone
   * and the body is proved against the digest afterwards, so a stranger never makes a server read
   * one byte of it.
   *
   * @param canonicalRequests the texts that could be signed, the likeliest first: more than one
   *     where deployed clients of one scheme differ; never empty
   * @param digest of the body; that of zero bytes when the request declares none
   */
  record DeclaredDigest(List<CanonicalRequest> canonicalRequests, ContentDigest digest)
      implements Coverage {

    /**
     * @throws IllegalArgumentException if there is no text
     */
    public DeclaredDigest {
      canonicalRequests = List.copyOf(canonicalRequests);
      if (canonicalRequests.isEmpty()) {
        throw new IllegalArgumentException("a signature covers at least one text");
      }
    }

    /** The coverage of a scheme whose clients all sign the one text. */
    public DeclaredDigest(CanonicalRequest canonicalRequest, ContentDigest digest) {
      this(List.of(canonicalRequest), digest);
    }

    /** The likeliest text. */
    public CanonicalRequest canonicalRequest() {
      return canonicalRequests.get(0);
    }
  }

  /**
   * The text needs the body itself: unless the head says that there is none, it must be held in
   * memory before anything about the caller is known.
   *
   * @param reading gives the text for a body
   */
  record WholeBody(BodyReading reading) implements Coverage {}

  /** Builds the texts that a signature over this body could cover. */
  @FunctionalInterface
  interface BodyReading {

    /**
     * The candidates, the likeliest first: more than one where deployed clients of one scheme
     * differ; none where head and body contradict each other so that no signature can be good.
     *
     * @param body all bytes of the body, not to be changed
     * @throws UnreadableSignatureException if the body contradicts the head
     */
    List<CanonicalRequest> canonicalRequests(byte[] body) throws UnreadableSignatureException;
  }
}
