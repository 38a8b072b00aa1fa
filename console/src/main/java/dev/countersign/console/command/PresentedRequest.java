package dev.countersign.console.command;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Secret;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A captured request that one scheme can read, and the texts that its signature could cover.
 *
 * @param texts the likeliest first; none where body and head contradict each other
 */
record PresentedRequest(
    RawRequest request,
    SignatureScheme scheme,
    PresentedSignature presented,
    List<CanonicalRequest> texts) {

  /** The windows that filters have unless they are set otherwise. */
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private static final Duration FOREIGN_WINDOW = Duration.ofMinutes(15);

  /** Reads it, or says why it cannot be read. */
  static @Nullable PresentedRequest read(RawRequest request, List<Check> checks) {
    List<SignatureScheme> schemes =
        Schemes.known().stream().filter(one -> one.recognises(request.head())).toList();
    if (schemes.size() != 1) {
      List<String> names = schemes.stream().map(SignatureScheme::id).toList();
      checks.add(
          Check.fail(
              "scheme",
              names.isEmpty()
                  ? "the request bears the marks of no scheme: it is not signed"
                  : "the request bears the marks of more than one scheme: " + names));
      return null;
    }
    SignatureScheme scheme = schemes.get(0);
    try {
      PresentedSignature presented = scheme.read(request.head());
      List<CanonicalRequest> texts = texts(presented.coverage(), request.body());
      String key = presented.appKey().value();
      checks.add(Check.ok("scheme", scheme.id() + ", app key " + key));
      return new PresentedRequest(request, scheme, presented, texts);
    } catch (UnreadableSignatureException e) {
      checks.add(Check.fail("scheme", scheme.id() + " cannot read it: " + e.getMessage()));
      return null;
    }
  }

  private static List<CanonicalRequest> texts(Coverage coverage, byte[] body)
      throws UnreadableSignatureException {
    if (coverage instanceof Coverage.DeclaredDigest declared) {
      return declared.canonicalRequests();
    }
    return ((Coverage.WholeBody) coverage).reading().canonicalRequests(body);
  }

  boolean isSignedWith(Secret secret) {
    return texts.stream().anyMatch(text -> presented.isMadeWith(secret, text));
  }

  Check signature(Secret secret) {
    if (isSignedWith(secret)) {
      return Check.ok("signature", "it is that of this request under this secret");
    }
    return Check.fail("signature", Guesses.explain(request, secret));
  }

  Check body() {
    if (!(presented.coverage() instanceof Coverage.DeclaredDigest declared)) {
      return Check.ok("body", "it is part of the text that is signed");
    }
    ContentDigest real = ContentDigest.ofBody(request.body());
    int length = request.body().length;
    return real.matches(declared.digest())
        ? Check.ok("body", "its digest is the declared one")
        : Check.fail(
            "body",
            "declared is the digest "
                + declared.digest().base64()
                + ", the "
                + length
                + " bytes of the body have "
                + real.base64());
  }

  Check time(Instant arrival) {
    Duration window = scheme.isForeign() ? FOREIGN_WINDOW : WINDOW;
    long late = Duration.between(presented.signedAt(), arrival).toSeconds();
    String sentence =
        "signed at "
            + presented.signedAt()
            + ", "
            + Math.abs(late)
            + (late < 0 ? " s after " : " s before ")
            + arrival
            + "; the window is "
            + window.toSeconds()
            + " s";
    return Check.of("time", presented.isFresh(arrival, window), sentence);
  }
}
