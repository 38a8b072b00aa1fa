package dev.countersign.signing.aws4;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;
import static dev.countersign.signing.scheme.UnreadableSignatureException.unsupported;

import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.scheme.CompactInstant;
import dev.countersign.signing.scheme.Lifetime;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The claim in the query: a presigned request, good for as long as it says. */
final class QueryForm {

  private static final String ALGORITHM = "X-Amz-Algorithm";
  private static final String SIGNATURE = "X-Amz-Signature";
  private static final int MAX_SECONDS = 604_800;
  private static final int MAX_DIGITS = 6;

  private QueryForm() {}

  /** Whether the query holds one of the marks, in its usual spelling. */
  static boolean isPresent(String query) {
    return holds(query, SIGNATURE + "=") || holds(query, ALGORITHM + "=");
  }

  static Claim read(SignableRequest request, Aws4Options options)
      throws UnreadableSignatureException {
    if (!options.presigned()) {
      throw unsupported("signatures in the query are not accepted here");
    }
    if (request.headers().contains(SignedHeaders.DATE)) {
      throw malformed("a signature in the query has its date there, and no x-amz-date header");
    }
    CanonicalQuery query = CanonicalQuery.parse(request.query());
    if (!value(query, ALGORITHM).equals(Claim.ALGORITHM)) {
      throw unsupported("X-Amz-Algorithm: only AWS4-HMAC-SHA256 is spoken here");
    }
    CompactInstant date = CompactInstant.parse("X-Amz-Date", value(query, "X-Amz-Date"));
    return new Claim(
        CredentialScope.parse(value(query, "X-Amz-Credential"), options),
        date,
        value(query, "X-Amz-SignedHeaders"),
        Claim.tag(value(query, SIGNATURE)),
        query.without(SIGNATURE),
        new Lifetime.Until(expiry(date, value(query, "X-Amz-Expires"))));
  }

  private static Instant expiry(CompactInstant date, String seconds)
      throws UnreadableSignatureException {
    boolean digits =
        seconds.length() <= MAX_DIGITS && seconds.chars().allMatch(c -> c >= '0' && c <= '9');
    int number = digits && !seconds.isEmpty() ? Integer.parseInt(seconds) : 0;
    if (number < 1 || number > MAX_SECONDS) {
      throw malformed("X-Amz-Expires is 1 to 604800 seconds");
    }
    return date.instant().plusSeconds(number);
  }

  private static String value(CanonicalQuery query, String name)
      throws UnreadableSignatureException {
    @Nullable String value = null;
    for (QueryParameter parameter : query.parameters()) {
      if (parameter.name().equals(name)) {
        if (value != null) {
          throw malformed(name + " occurs more than once");
        }
        value = UriEncoding.decoded(parameter.value());
      }
    }
    if (value == null) {
      throw malformed(name + " is missing");
    }
    return value;
  }

  private static boolean holds(String query, String mark) {
    return query.startsWith(mark) || query.contains("&" + mark);
  }
}
