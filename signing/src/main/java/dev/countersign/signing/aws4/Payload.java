package dev.countersign.signing.aws4;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;
import static dev.countersign.signing.scheme.UnreadableSignatureException.unsupported;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.scheme.Contradiction;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.SingleHeader;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * How the body is under the signature. {@code x-amz-content-sha256} is a claim: signed, it stands
 * in for the body until that is read; unsigned, it must be the hash of the body and is used for
 * nothing.
 *
 * @param coverage what the scheme answers
 * @param isSigned whether the body is under the signature in every case
 */
record Payload(Coverage coverage, boolean isSigned) {

  private static final String CONTRADICTION = "x-amz-content-sha256 is not the hash of the body";
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  static Payload read(SignableRequest request, SignedHead head, Claim claim, Aws4Options options)
      throws UnreadableSignatureException {
    String declared = SingleHeader.orEmpty(request.headers(), SignedHeaders.PAYLOAD).strip();
    if (declared.isEmpty()) {
      return undeclared(head, claim.isPresigned() && options.unsignedPayload());
    }
    if (Claim.isSha256Hex(declared)) {
      return head.headers().contains(SignedHeaders.PAYLOAD)
          ? declared(head, declared)
          : compared(head, declared);
    }
    checkUnsigned(declared, head, options);
    return new Payload(new Coverage.WholeBody(body -> head.texts(UNSIGNED)), false);
  }

  private static Payload declared(SignedHead head, String hash) {
    ContentDigest digest = ContentDigest.ofSha256(Claim.decoded(hash));
    return new Payload(new Coverage.DeclaredDigest(head.texts(hash), digest), true);
  }

  private static Payload compared(SignedHead head, String hash) {
    ContentDigest claimed = ContentDigest.ofSha256(Claim.decoded(hash));
    return new Payload(
        new Coverage.WholeBody(
            body -> {
              List<CanonicalRequest> texts = head.texts(DigestUtils.sha256Hex(body));
              return claimed.matches(ContentDigest.ofBody(body))
                  ? texts
                  : List.of(new Contradiction(CONTRADICTION, texts.get(0)));
            }),
        true);
  }

  /** Presigned requests have no place for a declaration; S3 clients sign no body then. */
  private static Payload undeclared(SignedHead head, boolean orUnsigned) {
    return new Payload(
        new Coverage.WholeBody(
            body -> {
              List<CanonicalRequest> texts =
                  new ArrayList<>(head.texts(DigestUtils.sha256Hex(body)));
              texts.addAll(orUnsigned ? head.texts(UNSIGNED) : List.of());
              return texts;
            }),
        !orUnsigned);
  }

  private static void checkUnsigned(String declared, SignedHead head, Aws4Options options)
      throws UnreadableSignatureException {
    if (!head.headers().contains(SignedHeaders.PAYLOAD)) {
      throw malformed("x-amz-content-sha256 says something other than a hash and is not signed");
    }
    if (!declared.equals(UNSIGNED)) {
      throw declared.startsWith("STREAMING-")
          ? unsupported("x-amz-content-sha256: signatures of chunks are not spoken here")
          : malformed("x-amz-content-sha256 is 64 digits of lower-case hex");
    }
    if (!options.unsignedPayload()) {
      throw unsupported("x-amz-content-sha256: unsigned bodies are not accepted here");
    }
  }
}
