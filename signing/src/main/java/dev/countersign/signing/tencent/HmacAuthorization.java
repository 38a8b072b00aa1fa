package dev.countersign.signing.tencent;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.Headers;
import dev.countersign.signing.scheme.SingleHeader;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The value of {@code Authorization}: {@code hmac id="…", algorithm="…", headers="…",
 * signature="…"}.
 *
 * @param headers the names of the signed headers, separated by one space
 */
record HmacAuthorization(AppKey id, String algorithm, String headers, String signature) {

  static final String NAME = "authorization";

  private static final String SCHEME_WORD = "hmac ";
  private static final Set<String> PARAMETERS = Set.of("id", "algorithm", "headers", "signature");

  /** Whether a value of {@code Authorization} is of this scheme, in any case of the word. */
  static boolean isOfScheme(String value) {
    return value.regionMatches(true, 0, SCHEME_WORD, 0, SCHEME_WORD.length())
        || value.equalsIgnoreCase("hmac");
  }

  static HmacAuthorization read(Headers headers) throws UnreadableSignatureException {
    String value = SingleHeader.required(headers, NAME);
    if (!value.startsWith(SCHEME_WORD)) {
      throw malformed("Authorization begins with hmac in lower case and a space");
    }
    Map<String, String> given = parameters(value.substring(SCHEME_WORD.length()));
    if (given.size() != PARAMETERS.size()) {
      throw malformed("Authorization has the parameters id, algorithm, headers and signature");
    }
    return new HmacAuthorization(
        appKey(given.getOrDefault("id", "")),
        given.getOrDefault("algorithm", ""),
        given.getOrDefault("headers", ""),
        given.getOrDefault("signature", ""));
  }

  /** Any order, since gateways differ, but each once: two readers could each take another one. */
  private static Map<String, String> parameters(String text) throws UnreadableSignatureException {
    Map<String, String> given = new HashMap<>();
    int at = 0;
    while (true) {
      int equals = text.indexOf("=\"", at);
      int end = equals < 0 ? -1 : text.indexOf('"', equals + 2);
      if (end < 0) {
        throw malformed("Authorization: each parameter is name=\"value\"");
      }
      put(given, text.substring(at, equals), text.substring(equals + 2, end));
      if (end + 1 == text.length()) {
        return given;
      }
      at = afterComma(text, end + 1);
    }
  }

  private static void put(Map<String, String> given, String name, String value)
      throws UnreadableSignatureException {
    if (!PARAMETERS.contains(name)) {
      throw malformed("Authorization holds a parameter that this scheme does not have");
    }
    if (given.putIfAbsent(name, value) != null) {
      throw malformed("Authorization: " + name + " occurs more than once");
    }
  }

  private static int afterComma(String text, int at) throws UnreadableSignatureException {
    if (text.charAt(at) != ',') {
      throw malformed("Authorization: parameters are separated by a comma");
    }
    int next = at + 1;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    return next;
  }

  private static AppKey appKey(String id) throws UnreadableSignatureException {
    if (!AppKey.isValid(id)) {
      throw malformed("Authorization: id is 5 to 128 of A-Z, a-z, 0-9, '_' and '-'");
    }
    return new AppKey(id);
  }

  /** The key only: a signature in a log could be replayed. */
  @Override
  public String toString() {
    return "HmacAuthorization[" + id + "]";
  }
}
