package dev.countersign.filter.access;

import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.List;

/** Step 1, read: exactly one enabled scheme recognises the request and can read it. */
final class ReadStep {

  private final List<SignatureScheme> enabled;

  ReadStep(List<SignatureScheme> enabled) {
    this.enabled = enabled;
  }

  PresentedSignature read(SignableRequest request) throws Rejection {
    List<SignatureScheme> recognising =
        enabled.stream().filter(scheme -> scheme.recognises(request)).toList();
    if (recognising.isEmpty()) {
      throw unrecognised(request);
    }
    if (recognising.size() > 1) {
      throw new Rejection(Reason.MALFORMED, "signed by more than one scheme");
    }
    try {
      return recognising.get(0).read(request);
    } catch (UnreadableSignatureException e) {
      throw rejection(e);
    }
  }

  private static Rejection rejection(UnreadableSignatureException e) {
    Reason reason =
        switch (e.kind()) {
          case MALFORMED -> Reason.MALFORMED;
          case UNSUPPORTED -> Reason.SCHEME_UNSUPPORTED;
        };
    return new Rejection(reason, String.valueOf(e.getMessage()));
  }

  private static Rejection unrecognised(SignableRequest request) {
    boolean known = Schemes.known().stream().anyMatch(scheme -> scheme.recognises(request));
    return known
        ? new Rejection(
            Reason.SCHEME_UNSUPPORTED,
            "signed by a scheme that is not enabled; see the setting schemes")
        : new Rejection(Reason.CREDENTIALS_MISSING, "no scheme's marks are on the request");
  }
}
