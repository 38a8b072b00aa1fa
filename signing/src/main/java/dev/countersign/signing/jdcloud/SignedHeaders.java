package dev.countersign.signing.jdcloud;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.Tokens;
import dev.countersign.signing.scheme.Replay;
import dev.countersign.signing.scheme.SingleHeader;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * The headers under the signature. {@code x-jdcloud-date} needs not be among them: the string to
 * sign holds it anyway.
 *
 * @param values without their outer white space, by name, in the order of the list
 */
record SignedHeaders(Map<String, String> values) {

  static final String HOST = "host";
  static final String DATE = "x-jdcloud-date";
  static final String NONCE = "x-jdcloud-nonce";
  static final String ALGORITHM = "x-jdcloud-algorithm";
  static final String PAYLOAD = "x-jdcloud-content-sha256";
  static final String CONTENT_TYPE = "content-type";

  private static final String ACCEPT = "accept";
  private static final Set<String> NEVER_UNSIGNED =
      Set.of("content-encoding", "x-jdcloud-security-token", "x-jdcloud-session-token");
  private static final int MAX_NAMES = 64;
  private static final int MAX_NONCE_LENGTH = 64;

  /**
   * Takes the listed headers from the request.
   *
   * @param list names in lower case, joined by semicolons, in any order: the text holds the list
   */
  static SignedHeaders read(String list, SignableRequest request)
      throws UnreadableSignatureException {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : list.split(";", MAX_NAMES + 1)) {
      checkName(name);
      String value = name.equals(HOST) ? host(request) : value(name, request.headers());
      if (values.put(name, value) != null) {
        throw malformed("SignedHeaders names a header twice");
      }
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
    StringJoiner list = new StringJoiner(";");
    values.keySet().forEach(list::add);
    return list.toString();
  }

  /** A nonce that is not signed could be exchanged, so the signature itself must do. */
  Replay replay(Headers headers) throws UnreadableSignatureException {
    String nonce = SingleHeader.required(headers, NONCE).strip();
    if (nonce.length() > MAX_NONCE_LENGTH || !Tokens.isVisibleAsciiWithoutSpace(nonce)) {
      throw malformed("x-jdcloud-nonce is 1 to " + MAX_NONCE_LENGTH + " visible characters");
    }
    return contains(NONCE) ? new Replay.Nonce(nonce) : new Replay.Signature(false);
  }

  private static void checkName(String name) throws UnreadableSignatureException {
    if (!Tokens.isLowerCaseToken(name)) {
      throw malformed("SignedHeaders is a list of header names in lower case, joined by ';'");
    }
    if (name.equals("authorization")) {
      throw malformed("SignedHeaders must not name authorization: it holds the signature");
    }
  }

  /** The Node SDK sends its own {@code Accept} and the caller's, and signs them as one list. */
  private static String value(String name, Headers headers) throws UnreadableSignatureException {
    List<String> values = headers.values(name);
    return HeaderValue.trimmed(
        name.equals(ACCEPT) && values.size() > 1 ? List.of(String.join(", ", values)) : values);
  }

  private static String host(SignableRequest request) throws UnreadableSignatureException {
    String authority = request.authority();
    if (authority.isEmpty()
        || request.headers().values(HOST).size() > 1
        || !Tokens.isVisibleAsciiWithoutSpace(authority)) {
      throw malformed("exactly one Host of visible ASCII is needed where it is signed");
    }
    return authority;
  }

  /** What would change the meaning of the request if a stranger could add or replace it. */
  private void checkThatNothingIsMissing(Headers headers) throws UnreadableSignatureException {
    for (String name : NEVER_UNSIGNED) {
      if (headers.contains(name) && !contains(name)) {
        throw malformed(name + " must be signed when it is present");
      }
    }
    SingleHeader.orEmpty(headers, CONTENT_TYPE);
  }

  /** The names only: values may be credentials. */
  @Override
  public String toString() {
    return list();
  }
}
