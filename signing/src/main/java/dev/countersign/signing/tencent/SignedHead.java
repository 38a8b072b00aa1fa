package dev.countersign.signing.tencent;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.Tokens;
import dev.countersign.signing.scheme.SingleHeader;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.List;
import java.util.Set;

/**
 * What a request's head gives to the string to sign; absent headers are the empty text.
 *
 * @param contentMd5 as sent: a claim about the body, never taken for its digest
 * @param path raw
 * @param query raw
 */
record SignedHead(
    SignedHeaders headers,
    String method,
    String accept,
    String contentType,
    String contentMd5,
    String path,
    String query) {

  private static final int MAX_METHOD_LENGTH = 32;
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Set<String> USUALLY_BODYLESS = Set.of("GET", "HEAD", "DELETE");

  static SignedHead read(SignableRequest request, SignedHeaders signed)
      throws UnreadableSignatureException {
    Headers headers = request.headers();
    return new SignedHead(
        signed,
        method(request.method()),
        value(headers, "accept"),
        value(headers, "content-type"),
        value(headers, "content-md5"),
        visible("the path", request.path()),
        visible("the query", request.query()));
  }

  boolean isForm() {
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return type.strip().equalsIgnoreCase(FORM);
  }

  boolean isUsuallyBodyless() {
    return USUALLY_BODYLESS.contains(method);
  }

  /** Published clients send an empty Content-MD5 where there is nothing to say. */
  private static String value(Headers headers, String name) throws UnreadableSignatureException {
    List<String> values = headers.values(name);
    boolean empty = values.size() == 1 && values.get(0).isBlank();
    return empty ? "" : SingleHeader.orEmpty(headers, name);
  }

  private static String method(String method) throws UnreadableSignatureException {
    if (!Tokens.isToken(method) || method.length() > MAX_METHOD_LENGTH) {
      throw malformed("the method is not a token");
    }
    return method;
  }

  /** A line feed in any part would let two requests share one text. */
  private static String visible(String part, String value) throws UnreadableSignatureException {
    if (!Tokens.isVisibleAsciiWithoutSpace(value)) {
      throw malformed(part + " holds something other than visible ASCII");
    }
    return value;
  }
}
