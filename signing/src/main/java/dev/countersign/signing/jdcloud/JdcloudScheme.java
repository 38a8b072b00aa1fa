package dev.countersign.signing.jdcloud;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.Tokens;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.SchemeOption;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.StatedEnvironment;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import dev.countersign.signing.scheme.UnsignedPart;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The signatures of JD Cloud's API gateway, {@code JDCLOUD2-HMAC-SHA256} and {@code
 * JDCLOUD3-HMAC-SHA256}. The key is derived from the secret behind the name of the version, so no
 * signature of another scheme can serve here. Its subscription key, a header that is sent as it is,
 * signs nothing and is not read. Immutable and thread-safe.
 *
 * @see <a href="https://docs.jdcloud.com/cn/common-declaration/api/authorization-rules">JD
 *     Cloud</a>
 */
public final class JdcloudScheme implements SignatureScheme {

  private static final int MAX_METHOD_LENGTH = 32;

  private final JdcloudOptions options;

  private JdcloudScheme(JdcloudOptions options) {
    this.options = options;
  }

  /** The scheme with these options. */
  public static JdcloudScheme of(JdcloudOptions options) {
    return new JdcloudScheme(options);
  }

  @Override
  public String id() {
    return "jdcloud";
  }

  /** Not every client signs the host. */
  @Override
  public Set<UnsignedPart> unsignedParts() {
    return Set.of(UnsignedPart.HOST);
  }

  @Override
  public List<SchemeOption> options() {
    return JdcloudSwitches.of(options);
  }

  @Override
  public boolean recognises(Headers headers) {
    return Claim.isPresent(headers);
  }

  @Override
  public PresentedSignature read(SignableRequest request) throws UnreadableSignatureException {
    Headers headers = request.headers();
    Claim claim = Claim.read(headers, options);
    SignedHeaders signed = SignedHeaders.read(claim.signedHeaders(), request);
    SignedHead head = head(request, claim, signed);
    return new PresentedSignature(
        id(),
        claim.scope().appKey(),
        claim.date().instant(),
        signed.replay(headers),
        StatedEnvironment.read(headers, signed::contains),
        claim.tag(),
        secret -> claim.scope().key(secret, claim.date()),
        Payload.coverage(headers, head, options));
  }

  @Override
  public String challenge(String realm) {
    return Version.JDCLOUD2.algorithm() + " realm=\"" + realm + "\"";
  }

  private SignedHead head(SignableRequest request, Claim claim, SignedHeaders signed)
      throws UnreadableSignatureException {
    Version version = claim.scope().version();
    checkTarget(request.path(), request.query());
    if (version == Version.JDCLOUD3) {
      checkSlashes(request.path());
    }
    return new SignedHead(
        method(request),
        CanonicalPath.forms(version, request.path()),
        CanonicalQuery.parse(version, request.query()).forms(options),
        signed,
        claim.scope(),
        claim.date());
  }

  private static String method(SignableRequest request) throws UnreadableSignatureException {
    if (!Tokens.isToken(request.method()) || request.method().length() > MAX_METHOD_LENGTH) {
      throw malformed("the method is not a token");
    }
    return request.method();
  }

  /** Signers take a broken escape for text, servers do not: so nobody could say what was signed. */
  private static void checkTarget(String path, String query) throws UnreadableSignatureException {
    if (!path.startsWith("/")) {
      throw malformed("the path begins with a slash");
    }
    if (!Tokens.isVisibleAsciiWithoutSpace(path) || !Tokens.isVisibleAsciiWithoutSpace(query)) {
      throw malformed("the target holds something other than visible ASCII");
    }
    if (UriEncoding.holdsBrokenEscape(path) || UriEncoding.holdsBrokenEscape(query)) {
      throw malformed("a percent sign in the target is followed by two hex digits");
    }
  }

  /** JDCLOUD3 signs {@code /a%2Fb}, {@code /a//b} and {@code /a/b} alike. */
  private static void checkSlashes(String path) throws UnreadableSignatureException {
    if (path.contains("//") || path.toLowerCase(Locale.ROOT).contains("%2f")) {
      throw malformed("JDCLOUD3 does not tell an escaped or second slash from a plain one");
    }
  }
}
