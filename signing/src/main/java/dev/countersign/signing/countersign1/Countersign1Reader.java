package dev.countersign.signing.countersign1;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.Tokens;
import dev.countersign.signing.scheme.SingleHeader;
import dev.countersign.signing.scheme.UnreadableSignatureException;

/**
 * Reads the parts of a {@code countersign-1} canonical request from a request's head; one rule a
 * method.
 */
final class Countersign1Reader {

  private static final int MAX_METHOD_LENGTH = 32;
  private static final int MAX_ENVIRONMENT_LENGTH = 64;

  private Countersign1Reader() {}

  static Countersign1CanonicalRequest read(SignableRequest request)
      throws UnreadableSignatureException {
    Headers headers = request.headers();
    return new Countersign1CanonicalRequest(
        appKey(headers),
        SingleHeader.required(headers, Countersign1Headers.TIMESTAMP),
        nonce(headers),
        environment(headers),
        method(request),
        authority(request),
        path(request),
        visible("the query", request.query()),
        SingleHeader.orEmpty(headers, Countersign1Headers.CONTENT_TYPE),
        SingleHeader.orEmpty(headers, Countersign1Headers.CONTENT_ENCODING),
        digest(headers),
        Countersign1SignedHeaders.read(headers));
  }

  private static AppKey appKey(Headers headers) throws UnreadableSignatureException {
    String value = SingleHeader.required(headers, Countersign1Headers.APP_KEY);
    if (!AppKey.isValid(value)) {
      throw malformed("X-App-Key is 5 to 128 of A-Z, a-z, 0-9, '_' and '-'");
    }
    return new AppKey(value);
  }

  private static String nonce(Headers headers) throws UnreadableSignatureException {
    String value = SingleHeader.required(headers, Countersign1Headers.NONCE);
    if (!Tokens.isIdentifier(value, 16, 64)) {
      throw malformed("X-App-Nonce is 16 to 64 of A-Z, a-z, 0-9, '_' and '-'");
    }
    return value;
  }

  private static String environment(Headers headers) throws UnreadableSignatureException {
    String value = SingleHeader.required(headers, Countersign1Headers.ENVIRONMENT);
    if (!Tokens.isIdentifier(value, 1, MAX_ENVIRONMENT_LENGTH)) {
      throw malformed("X-App-Environment is the name of an environment, such as release");
    }
    return value;
  }

  private static String method(SignableRequest request) throws UnreadableSignatureException {
    if (!Tokens.isToken(request.method()) || request.method().length() > MAX_METHOD_LENGTH) {
      throw malformed("the method is not a token");
    }
    return request.method();
  }

  private static String authority(SignableRequest request) throws UnreadableSignatureException {
    if (request.authority().isEmpty() || request.headers().values("host").size() > 1) {
      throw malformed("exactly one non-empty Host is needed");
    }
    return visible("Host", request.authority());
  }

  private static String path(SignableRequest request) throws UnreadableSignatureException {
    if (request.path().isEmpty()) {
      throw malformed("the path is empty; a request line holds at least a slash");
    }
    return visible("the path", request.path());
  }

  /** A line feed in any part would let two requests share one text. */
  private static String visible(String part, String value) throws UnreadableSignatureException {
    if (!Tokens.isVisibleAsciiWithoutSpace(value)) {
      throw malformed(part + " holds something other than visible ASCII");
    }
    return value;
  }

  private static ContentDigest digest(Headers headers) throws UnreadableSignatureException {
    if (!headers.contains(Countersign1Headers.CONTENT_DIGEST)) {
      return ContentDigest.OF_NOTHING;
    }
    return ContentDigest.parse(SingleHeader.required(headers, Countersign1Headers.CONTENT_DIGEST))
        .orElseThrow(
            () ->
                malformed(
                    "Content-Digest is exactly one item, sha-256=:<44 characters of base64>:"));
  }
}
