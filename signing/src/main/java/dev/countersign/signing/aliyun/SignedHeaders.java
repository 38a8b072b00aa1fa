package dev.countersign.signing.aliyun;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.Tokens;
import dev.countersign.signing.scheme.Replay;
import dev.countersign.signing.scheme.SingleHeader;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The headers under the signature beside those that have their own lines.
 *
 * @param spelled values by name as the client spells it, sorted so
 * @param lowerCase the same by lower-case name
 */
record SignedHeaders(Map<String, String> spelled, Map<String, String> lowerCase) {

  static final String LIST = "x-ca-signature-headers";
  static final String KEY = "x-ca-key";
  static final String TIMESTAMP = "x-ca-timestamp";
  static final String NONCE = "x-ca-nonce";

  private static final Set<String> ELSEWHERE =
      Set.of("x-ca-signature", LIST, "accept", "content-md5", "content-type", "date");
  private static final List<String> NEVER_UNSIGNED =
      List.of(KEY, TIMESTAMP, Stage.NAME, "content-encoding");
  private static final int MAX_NAMES = 64;
  private static final int MAX_VALUE_LENGTH = 8192;
  private static final int MAX_NONCE_LENGTH = 64;

  static SignedHeaders read(SignableRequest request) throws UnreadableSignatureException {
    SignedHeaders signed = new SignedHeaders(new TreeMap<>(), new TreeMap<>());
    String list = SingleHeader.orEmpty(request.headers(), LIST);
    String[] names = list.isEmpty() ? new String[0] : list.split(",", MAX_NAMES + 1);
    if (names.length > MAX_NAMES) {
      throw malformed("X-Ca-Signature-Headers lists more than " + MAX_NAMES + " names");
    }
    for (String name : names) {
      signed.add(name.strip(), request);
    }
    for (String name : NEVER_UNSIGNED) {
      if (request.headers().contains(name) && !signed.contains(name)) {
        throw malformed(name + " must be signed when it is present");
      }
    }
    return signed;
  }

  boolean contains(String lowerCaseName) {
    return lowerCase.containsKey(lowerCaseName);
  }

  /** As spelled, as the gateway does; and in lower case, as some that imitate it. */
  Set<Map<String, String>> forms() {
    Set<Map<String, String>> forms = new LinkedHashSet<>(2);
    forms.add(spelled);
    forms.add(lowerCase);
    return forms;
  }

  /** A nonce that is not signed could be exchanged, so the signature itself must do. */
  Replay replay(Headers headers) throws UnreadableSignatureException {
    if (!contains(NONCE)) {
      return new Replay.Signature(false);
    }
    String nonce = SingleHeader.required(headers, NONCE).strip();
    if (nonce.length() > MAX_NONCE_LENGTH || !Tokens.isVisibleAsciiWithoutSpace(nonce)) {
      throw malformed("X-Ca-Nonce is 1 to " + MAX_NONCE_LENGTH + " visible characters");
    }
    return new Replay.Nonce(nonce);
  }

  private void add(String name, SignableRequest request) throws UnreadableSignatureException {
    if (!Tokens.isToken(name)) {
      throw malformed("X-Ca-Signature-Headers is a list of header names, joined by commas");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (ELSEWHERE.contains(lower)) {
      return;
    }
    String value = value(lower, request.headers());
    if (lower.equals("host")) {
      value = request.authority();
    }
    if (lowerCase.put(lower, value) != null) {
      throw malformed("X-Ca-Signature-Headers names a header twice");
    }
    spelled.put(name, value);
  }

  /** The one value, which may be empty. */
  private static String value(String name, Headers headers) throws UnreadableSignatureException {
    List<String> values = headers.values(name);
    if (values.size() != 1) {
      throw malformed(
          values.isEmpty()
              ? "a header that X-Ca-Signature-Headers names is missing"
              : "a signed header occurs more than once");
    }
    String value = values.get(0).strip();
    if (value.length() > MAX_VALUE_LENGTH || !value.chars().allMatch(SignedHeaders::isText)) {
      throw malformed("a signed header is too long, or holds something other than text");
    }
    return value;
  }

  private static boolean isText(int c) {
    return (c >= ' ' && c != 0x7F && c <= 0xFF) || c == '\t';
  }

  /** The names only: values may be credentials. */
  @Override
  public String toString() {
    return "SignedHeaders" + spelled.keySet();
  }
}
