package dev.countersign.signing.rfc9421;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Headers;
import dev.countersign.signing.scheme.Contradiction;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.List;
import java.util.Set;

/** How a signature covers the body: by its digest, or by there being none. */
final class CoveredBody {

  private static final String DIGEST = "content-digest";
  private static final String CONTRADICTION = "Content-Digest is not that of the body";

  private CoveredBody() {}

  static Coverage coverage(Headers headers, Set<String> covered, List<CanonicalRequest> texts)
      throws UnreadableSignatureException {
    if (!covered.contains(DIGEST)) {
      // A body that somebody adds is then not what was signed, whether it is announced or not.
      checkThatNoneIsClaimed(headers);
      return new Coverage.DeclaredDigest(texts, ContentDigest.OF_NOTHING);
    }
    checkMeaning(headers, covered);
    DigestField digest = DigestField.read(headers);
    return digest
        .provableByReading()
        .<Coverage>map(sha256 -> new Coverage.DeclaredDigest(texts, sha256))
        .orElseGet(() -> wholeBody(texts, digest));
  }

  private static Coverage wholeBody(List<CanonicalRequest> texts, DigestField digest) {
    return new Coverage.WholeBody(
        body ->
            digest.matches(body) ? texts : List.of(new Contradiction(CONTRADICTION, texts.get(0))));
  }

  private static void checkThatNoneIsClaimed(Headers headers) throws UnreadableSignatureException {
    if (headers.contains(DIGEST)) {
      throw malformed("Content-Digest must be covered where it is sent");
    }
  }

  /** A stranger who adds or exchanges one of these has the same bytes read in another way. */
  private static void checkMeaning(Headers headers, Set<String> covered)
      throws UnreadableSignatureException {
    for (String name : List.of("content-type", "content-encoding")) {
      if (headers.contains(name) && !covered.contains(name)) {
        throw malformed(name + " must be covered when there is a body");
      }
    }
  }
}
