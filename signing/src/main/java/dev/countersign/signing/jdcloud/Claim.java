package dev.countersign.signing.jdcloud;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;
import static dev.countersign.signing.scheme.UnreadableSignatureException.unsupported;

import dev.countersign.signing.Headers;
import dev.countersign.signing.MacTag;
import dev.countersign.signing.scheme.CompactInstant;
import dev.countersign.signing.scheme.SingleHeader;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a request says about its signature: {@code Authorization: JDCLOUD2-HMAC-SHA256 Credential=…,
 * SignedHeaders=…, Signature=…}, with or without blanks after the commas.
 *
 * @param signedHeaders the list as sent
 */
record Claim(CredentialScope scope, CompactInstant date, String signedHeaders, MacTag tag) {

  private static final String NAME = "authorization";
  private static final String FAMILY = "JDCLOUD";
  private static final Set<String> PARTS = Set.of("Credential", "SignedHeaders", "Signature");

  static boolean isPresent(Headers headers) {
    return headers.values(NAME).stream()
        .anyMatch(value -> value.stripLeading().regionMatches(true, 0, FAMILY, 0, FAMILY.length()));
  }

  static Claim read(Headers headers, JdcloudOptions options) throws UnreadableSignatureException {
    String value = SingleHeader.required(headers, NAME).strip();
    int blank = value.indexOf(' ');
    if (blank < 0) {
      throw unsupported("Authorization holds a version and nothing else");
    }
    Version version = Version.named(value.substring(0, blank));
    checkAlgorithm(headers, version);
    Map<String, String> parts = parts(value.substring(blank));
    CompactInstant date =
        CompactInstant.parse(
            "x-jdcloud-date", SingleHeader.required(headers, SignedHeaders.DATE).strip());
    return new Claim(
        CredentialScope.parse(version, part(parts, "Credential"), options),
        date,
        part(parts, "SignedHeaders"),
        Sha256Hex.tag(part(parts, "Signature")));
  }

  /** The word that begins the signed text is the same, wherever it is read. */
  private static void checkAlgorithm(Headers headers, Version version)
      throws UnreadableSignatureException {
    String stated = SingleHeader.orEmpty(headers, SignedHeaders.ALGORITHM).strip();
    if (!stated.isEmpty() && !stated.equals(version.algorithm())) {
      throw malformed("x-jdcloud-algorithm is that of Authorization");
    }
  }

  private static Map<String, String> parts(String text) throws UnreadableSignatureException {
    Map<String, String> parts = new HashMap<>();
    for (String part : text.split(",", PARTS.size() + 1)) {
      String stripped = part.strip();
      int equals = stripped.indexOf('=');
      String name = equals < 0 ? "" : stripped.substring(0, equals);
      if (!PARTS.contains(name) || parts.put(name, stripped.substring(equals + 1)) != null) {
        throw malformed("Authorization holds Credential, SignedHeaders and Signature, each once");
      }
    }
    return parts;
  }

  private static String part(Map<String, String> parts, String name)
      throws UnreadableSignatureException {
    String value = parts.get(name);
    if (value == null) {
      throw malformed("Authorization lacks " + name);
    }
    return value;
  }
}
