package dev.countersign.signing.aws4;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.Tokens;
import dev.countersign.signing.scheme.SingleHeader;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The headers under the signature.
 *
 * @param values canonical values by name, in the order of the list
 */
record SignedHeaders(Map<String, String> values) {

  static final String HOST = "host";
  static final String DATE = "x-amz-date";
  static final String PAYLOAD = "x-amz-content-sha256";
  static final String CONTENT_TYPE = "content-type";
  static final String CONTENT_ENCODING = "content-encoding";

  private static final String VENDOR_PREFIX = "x-amz-";
  private static final int MAX_NAMES = 64;

  /**
   * Takes the listed headers from the request.
   *
   * @param list names in lower case, sorted, joined by semicolons
   */
  static SignedHeaders read(String list, SignableRequest request, Aws4Options options)
      throws UnreadableSignatureException {
    Map<String, String> values = new TreeMap<>();
    String previous = "";
    for (String name : list.split(";", MAX_NAMES + 1)) {
      checkName(name, previous);
      values.put(name, value(name, request, options));
      previous = name;
    }
    if (values.size() > MAX_NAMES) {
      throw malformed("SignedHeaders lists more than " + MAX_NAMES + " names");
    }
    SignedHeaders signed = new SignedHeaders(values);
    signed.checkThatNothingIsMissing(request.headers());
    return signed;
  }

  boolean contains(String name) {
    return values.containsKey(name);
  }

  String list() {
    return String.join(";", values.keySet());
  }

  private static void checkName(String name, String previous) throws UnreadableSignatureException {
    if (!Tokens.isLowerCaseToken(name)) {
      throw malformed("SignedHeaders is a list of header names in lower case, joined by ';'");
    }
    if (name.compareTo(previous) <= 0) {
      throw malformed("SignedHeaders is sorted and names each header once");
    }
    if (name.equals("authorization")) {
      throw malformed("SignedHeaders must not name authorization: it holds the signature");
    }
  }

  private static String value(String name, SignableRequest request, Aws4Options options)
      throws UnreadableSignatureException {
    if (name.equals(HOST)) {
      return host(request);
    }
    boolean repeatable = options.repeatedHeaders() && !isSingle(name);
    return HeaderValue.canonical(name, request.headers().values(name), repeatable);
  }

  private static String host(SignableRequest request) throws UnreadableSignatureException {
    String authority = request.authority();
    if (authority.isEmpty()
        || request.headers().values(HOST).size() > 1
        || !Tokens.isVisibleAsciiWithoutSpace(authority)) {
      throw malformed("exactly one Host of visible ASCII is needed");
    }
    return authority;
  }

  /** What would change the meaning of the request if a stranger could add or replace it. */
  private void checkThatNothingIsMissing(Headers headers) throws UnreadableSignatureException {
    if (!contains(HOST)) {
      throw malformed("SignedHeaders must name host");
    }
    for (String name : headers.names()) {
      if (mustBeSigned(name) && !contains(name)) {
        throw malformed(
            "every x-amz-* header and content-encoding must be signed when it is present");
      }
    }
    SingleHeader.orEmpty(headers, CONTENT_TYPE);
  }

  /** An unsigned hash of the payload is compared with the body instead. */
  private static boolean mustBeSigned(String name) {
    return (name.startsWith(VENDOR_PREFIX) && !name.equals(PAYLOAD))
        || name.equals(CONTENT_ENCODING);
  }

  private static boolean isSingle(String name) {
    return Set.of(CONTENT_TYPE, CONTENT_ENCODING, "content-length").contains(name)
        || name.startsWith(VENDOR_PREFIX);
  }

  /** The names only: values may be credentials. */
  @Override
  public String toString() {
    return list();
  }
}
