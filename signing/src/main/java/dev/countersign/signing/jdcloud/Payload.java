package dev.countersign.signing.jdcloud;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;
import static dev.countersign.signing.scheme.UnreadableSignatureException.unsupported;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Headers;
import dev.countersign.signing.scheme.Contradiction;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.SingleHeader;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * How the body is under the signature. {@code x-jdcloud-content-sha256} is a claim: signed, it
 * stands in for the body until that is read; unsigned, it must be the hash of the body and is used
 * for nothing. JD's own verifier takes it for the hash in both cases, so that whoever adds it may
 * exchange the body.
 */
final class Payload {

  private static final String CONTRADICTION = "x-jdcloud-content-sha256 is not that of the body";
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  private Payload() {}

  static Coverage coverage(Headers headers, SignedHead head, JdcloudOptions options)
      throws UnreadableSignatureException {
    String declared = SingleHeader.orEmpty(headers, SignedHeaders.PAYLOAD).strip();
    if (declared.isEmpty()) {
      return new Coverage.WholeBody(body -> head.texts(DigestUtils.sha256Hex(body)));
    }
    boolean signed = head.headers().contains(SignedHeaders.PAYLOAD);
    if (Sha256Hex.is(declared)) {
      ContentDigest digest = ContentDigest.ofSha256(Sha256Hex.decoded(declared));
      return signed
          ? new Coverage.DeclaredDigest(head.texts(declared), digest)
          : new Coverage.WholeBody(body -> compared(head, body, digest));
    }
    if (!signed || !declared.equals(UNSIGNED)) {
      throw malformed("x-jdcloud-content-sha256 is 64 digits of lower-case hex");
    }
    if (!options.unsignedPayload()) {
      throw unsupported("x-jdcloud-content-sha256: unsigned bodies are not accepted here");
    }
    return new Coverage.WholeBody(body -> head.texts(UNSIGNED));
  }

  private static List<CanonicalRequest> compared(
      SignedHead head, byte[] body, ContentDigest claimed) {
    List<CanonicalRequest> texts = head.texts(DigestUtils.sha256Hex(body));
    return claimed.matches(ContentDigest.ofBody(body))
        ? texts
        : List.of(new Contradiction(CONTRADICTION, texts.get(0)));
  }
}
