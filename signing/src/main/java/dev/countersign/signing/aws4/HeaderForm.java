package dev.countersign.signing.aws4;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;
import static dev.countersign.signing.scheme.UnreadableSignatureException.unsupported;

import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.scheme.CompactInstant;
import dev.countersign.signing.scheme.Lifetime;
import dev.countersign.signing.scheme.SingleHeader;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The claim in a header: {@code Authorization: AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…,
 * Signature=…}, with or without blanks after the commas.
 */
final class HeaderForm {

  private static final String NAME = "authorization";
  private static final String FAMILY = "AWS4-";
  private static final Set<String> PARTS = Set.of("Credential", "SignedHeaders", "Signature");

  private HeaderForm() {}

  static boolean isPresent(Headers headers) {
    return headers.values(NAME).stream()
        .anyMatch(value -> value.stripLeading().regionMatches(true, 0, FAMILY, 0, FAMILY.length()));
  }

  static Claim read(SignableRequest request, Aws4Options options)
      throws UnreadableSignatureException {
    Map<String, String> parts = parts(SingleHeader.required(request.headers(), NAME).strip());
    String list = part(parts, "SignedHeaders");
    return new Claim(
        CredentialScope.parse(part(parts, "Credential"), options),
        CompactInstant.parse(
            "X-Amz-Date", SingleHeader.required(request.headers(), SignedHeaders.DATE).strip()),
        list,
        Claim.tag(part(parts, "Signature")),
        CanonicalQuery.parse(request.query()),
        new Lifetime.Window());
  }

  private static Map<String, String> parts(String value) throws UnreadableSignatureException {
    int blank = value.indexOf(' ');
    if (blank < 0 || !value.substring(0, blank).equals(Claim.ALGORITHM)) {
      throw unsupported("Authorization: only AWS4-HMAC-SHA256 is spoken here");
    }
    Map<String, String> parts = new HashMap<>();
    for (String part : value.substring(blank).split(",", PARTS.size() + 1)) {
      String text = part.strip();
      int equals = text.indexOf('=');
      String name = equals < 0 ? "" : text.substring(0, equals);
      if (!PARTS.contains(name) || parts.put(name, text.substring(equals + 1)) != null) {
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
