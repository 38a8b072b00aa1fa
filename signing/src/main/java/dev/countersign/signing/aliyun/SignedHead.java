package dev.countersign.signing.aliyun;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.Tokens;
import dev.countersign.signing.scheme.SingleHeader;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is signed of a head.
 *
 * @param accept empty when there is none; so the three behind it
 */
record SignedHead(
    String method,
    String accept,
    String contentMd5,
    String contentType,
    String date,
    SignedHeaders headers,
    String path,
    String query) {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int MAX_METHOD_LENGTH = 32;

  static SignedHead read(SignableRequest request, SignedHeaders signed)
      throws UnreadableSignatureException {
    Headers headers = request.headers();
    checkTarget(request);
    return new SignedHead(
        request.method(),
        SingleHeader.orEmpty(headers, "accept").strip(),
        SingleHeader.orEmpty(headers, "content-md5").strip(),
        SingleHeader.orEmpty(headers, "content-type").strip(),
        SingleHeader.orEmpty(headers, "date").strip(),
        signed,
        request.path(),
        request.query());
  }

  /** Clients look at the beginning of the type; behind it, a character set may follow. */
  boolean isForm() {
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.equals(FORM) || type.startsWith(FORM + ";") || type.startsWith(FORM + " ");
  }

  /** Every string to sign that a deployed client could have made; none where none is clear. */
  List<CanonicalRequest> texts(String form) throws UnreadableSignatureException {
    Set<String> resources = Resource.forms(path, Parameters.of(query, form), !form.isEmpty());
    List<CanonicalRequest> texts = new ArrayList<>(resources.size() * 2);
    for (Map<String, String> block : headers.forms()) {
      for (String resource : resources) {
        texts.add(new StringToSign(this, block, resource));
      }
    }
    return texts;
  }

  /** A text for the eyes of a developer, where there is none to be signed. */
  CanonicalRequest textAsArrived(String form) throws UnreadableSignatureException {
    String resource = Resource.asArrived(path, Parameters.of(query, form));
    return new StringToSign(this, headers.spelled(), resource);
  }

  /** The method begins the text, so it must not begin that of another scheme. */
  private static void checkTarget(SignableRequest request) throws UnreadableSignatureException {
    String method = request.method();
    boolean letters = method.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    if (method.isEmpty() || method.length() > MAX_METHOD_LENGTH || !letters) {
      throw malformed("the method consists of upper-case letters");
    }
    String path = request.path();
    if (!path.startsWith("/") || !Tokens.isVisibleAsciiWithoutSpace(path)) {
      throw malformed("the path begins with a slash and is visible ASCII");
    }
    if (PercentDecoding.holdsBrokenEscape(path)) {
      throw malformed("a percent sign in the path is followed by two hex digits");
    }
  }
}
