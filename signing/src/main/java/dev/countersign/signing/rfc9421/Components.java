package dev.countersign.signing.rfc9421;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;
import static dev.countersign.signing.scheme.UnreadableSignatureException.unsupported;

import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.Tokens;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of components in one request (RFC 9421 section 2).
 *
 * @param scheme {@code http} or {@code https}, as the caller saw it
 */
record Components(SignableRequest request, String scheme) {

  private static final int MAX_LENGTH = 8192;
  private static final Set<String> OF_THE_SCHEME = Set.of("@scheme", "@target-uri");

  /** Whether one of these has a value that depends on whether the caller used TLS. */
  static boolean needScheme(Set<String> names) {
    return names.stream().anyMatch(OF_THE_SCHEME::contains);
  }

  SignatureBase base(SignatureInput input) throws UnreadableSignatureException {
    checkTarget();
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : input.components()) {
      values.put(name, name.startsWith("@") ? derived(name) : field(name));
    }
    return new SignatureBase(values, input.verbatim());
  }

  private void checkTarget() throws UnreadableSignatureException {
    String authority = request.authority();
    if (authority.isEmpty() || request.headers().values("host").size() > 1) {
      throw malformed("exactly one non-empty Host is needed");
    }
    if (!Tokens.isToken(request.method())
        || !Tokens.isVisibleAsciiWithoutSpace(authority + request.path() + request.query())) {
      throw malformed("method, Host, path or query hold something other than visible ASCII");
    }
  }

  private String derived(String name) throws UnreadableSignatureException {
    return switch (name) {
      case "@method" -> request.method();
      case "@authority" -> request.authority();
      case "@path" -> request.path();
      case "@query" -> "?" + request.query();
      case "@request-target" -> target();
      case "@scheme" -> scheme;
      case "@target-uri" -> scheme + "://" + request.authority() + target();
      default -> throw unsupported("Signature-Input: this derived component is not spoken here");
    };
  }

  private String target() {
    return request.query().isEmpty() ? request.path() : request.path() + "?" + request.query();
  }

  private String field(String name) throws UnreadableSignatureException {
    if (name.equals("signature") || name.equals("signature-input")) {
      throw malformed("a signature does not cover signatures");
    }
    List<String> values = request.headers().values(name);
    if (values.size() != 1) {
      throw malformed("a covered field is missing or occurs more than once");
    }
    String value = values.get(0).strip();
    if (value.length() > MAX_LENGTH || !Tokens.isVisibleAscii(value)) {
      throw malformed("a covered field is over-long, or not visible ASCII, space and tab");
    }
    return value;
  }
}
