package dev.countersign.signing.aws4;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.Tokens;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.Replay;
import dev.countersign.signing.scheme.SchemeOption;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.StatedEnvironment;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.List;

/**
 * AWS Signature Version 4 with HMAC-SHA-256, in the header and, where the options say so, in the
 * query. The key is derived from the secret behind the prefix {@code AWS4}, so no signature of
 * another scheme can serve here. Immutable and thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">AWS</a>
 */
public final class Aws4Scheme implements SignatureScheme {

  private static final int MAX_METHOD_LENGTH = 32;

  private final Aws4Options options;

  private Aws4Scheme(Aws4Options options) {
    this.options = options;
  }

  /** The scheme with these options. */
  public static Aws4Scheme of(Aws4Options options) {
    return new Aws4Scheme(options);
  }

  @Override
  public String id() {
    return "aws4";
  }

  @Override
  public List<SchemeOption> options() {
    return Aws4Switches.of(options);
  }

  @Override
  public boolean recognises(Headers headers) {
    return HeaderForm.isPresent(headers);
  }

  @Override
  public boolean recognises(SignableRequest request) {
    return recognises(request.headers()) || QueryForm.isPresent(request.query());
  }

  @Override
  public PresentedSignature read(SignableRequest request) throws UnreadableSignatureException {
    Claim claim = claim(request);
    SignedHeaders headers = SignedHeaders.read(claim.signedHeaders(), request, options);
    SignedHead head =
        new SignedHead(
            method(request),
            CanonicalPath.forms(path(request), options.pathEncoding()),
            claim.query().forms(),
            headers,
            claim.scope(),
            claim.date());
    Payload payload = Payload.read(request, head, claim, options);
    boolean everythingSigned =
        payload.isSigned() && claim.query().hasOneMeaning() && isTypeSigned(request, headers);
    return new PresentedSignature(
        id(),
        claim.scope().appKey(),
        claim.date().instant(),
        new Replay.Signature(everythingSigned),
        StatedEnvironment.read(request.headers(), headers::contains),
        claim.tag(),
        secret -> claim.scope().key(secret, claim.date()),
        payload.coverage(),
        claim.lifetime());
  }

  @Override
  public String challenge(String realm) {
    return Claim.ALGORITHM + " realm=\"" + realm + "\"";
  }

  private Claim claim(SignableRequest request) throws UnreadableSignatureException {
    boolean inQuery = QueryForm.isPresent(request.query());
    if (inQuery && HeaderForm.isPresent(request.headers())) {
      throw malformed("a request has one signature: in the header or in the query");
    }
    return inQuery ? QueryForm.read(request, options) : HeaderForm.read(request, options);
  }

  private static String method(SignableRequest request) throws UnreadableSignatureException {
    if (!Tokens.isToken(request.method()) || request.method().length() > MAX_METHOD_LENGTH) {
      throw malformed("the method is not a token");
    }
    return request.method();
  }

  private static String path(SignableRequest request) throws UnreadableSignatureException {
    if (!request.path().startsWith("/")) {
      throw malformed("the path begins with a slash");
    }
    return request.path();
  }

  /** Some clients do not sign Content-Type; without a body it says nothing. */
  private static boolean isTypeSigned(SignableRequest request, SignedHeaders signed) {
    Headers headers = request.headers();
    boolean bodyless =
        !headers.contains("transfer-encoding")
            && headers.values("content-length").stream().allMatch("0"::equals);
    return signed.contains(SignedHeaders.CONTENT_TYPE)
        || (bodyless && !headers.contains(SignedHeaders.CONTENT_TYPE));
  }
}
