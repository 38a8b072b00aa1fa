package dev.countersign.signing.aws4;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Secret;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import dev.countersign.signing.vectors.VectorRequest;
import java.util.List;
import java.util.Locale;

/** What a verifier does with a request: read it, check the signature, then the body. */
final class Verification {

  static final String ADMITTED = "admitted";

  private Verification() {}

  /** {@value #ADMITTED}, or the code of the refusal. */
  static String outcome(VectorRequest request, Secret secret, Aws4Options options) {
    try {
      PresentedSignature presented = Aws4Scheme.of(options).read(request.signable());
      List<CanonicalRequest> texts = texts(presented, request.bodyBytes());
      if (texts.stream().noneMatch(text -> presented.isMadeWith(secret, text))) {
        return "signature-invalid";
      }
      return isBodyProved(presented, request.bodyBytes()) ? ADMITTED : "body-mismatch";
    } catch (UnreadableSignatureException e) {
      return e.kind().name().toLowerCase(Locale.ROOT);
    }
  }

  static List<CanonicalRequest> texts(PresentedSignature presented, byte[] body)
      throws UnreadableSignatureException {
    if (presented.coverage() instanceof Coverage.WholeBody whole) {
      return whole.reading().canonicalRequests(body);
    }
    return ((Coverage.DeclaredDigest) presented.coverage()).canonicalRequests();
  }

  private static boolean isBodyProved(PresentedSignature presented, byte[] body) {
    return !(presented.coverage() instanceof Coverage.DeclaredDigest declared)
        || declared.digest().matches(ContentDigest.ofBody(body));
  }
}
