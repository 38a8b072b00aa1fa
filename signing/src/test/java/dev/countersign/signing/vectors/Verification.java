package dev.countersign.signing.vectors;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Secret;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.List;
import java.util.Locale;

/** What a verifier does with a request: read it, check the signature, then the body. */
public final class Verification {

  /** The outcome of a good request. */
  public static final String ADMITTED = "admitted";

  private Verification() {}

  /** {@value #ADMITTED}, or the code of the refusal. */
  public static String outcome(VectorRequest request, Secret secret, SignatureScheme scheme) {
    try {
      PresentedSignature presented = scheme.read(request.signable());
      List<CanonicalRequest> texts = texts(presented, request.bodyBytes());
      if (texts.stream().noneMatch(text -> presented.isMadeWith(secret, text))) {
        return "signature-invalid";
      }
      return isBodyProved(presented, request.bodyBytes()) ? ADMITTED : "body-mismatch";
    } catch (UnreadableSignatureException e) {
      return e.kind().name().toLowerCase(Locale.ROOT);
    }
  }

  /** The texts that the signature could cover. */
  public static List<CanonicalRequest> texts(PresentedSignature presented, byte[] body)
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
