package dev.countersign.signing.rfc9421;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Headers;
import dev.countersign.signing.StrictBase64;
import dev.countersign.signing.scheme.SingleHeader;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * {@code Content-Digest} (RFC 9530) of SHA-256, SHA-512 or both. Every other algorithm of the
 * registry is deprecated, and one that is not checked must not look as if it were.
 *
 * @param sha256 base64 of 32 bytes
 * @param sha512 base64 of 64 bytes
 */
record DigestField(@Nullable String sha256, @Nullable String sha512) {

  private static final String NAME = "content-digest";
  private static final int SHA256_BYTES = 32;
  private static final int SHA512_BYTES = 64;

  static DigestField read(Headers headers) throws UnreadableSignatureException {
    FieldCursor cursor = new FieldCursor(NAME, SingleHeader.required(headers, NAME));
    Map<String, String> members = FieldParser.dictionary(cursor, FieldParser::bytes);
    String sha256 = members.remove("sha-256");
    String sha512 = members.remove("sha-512");
    if (!members.isEmpty()) {
      throw malformed("Content-Digest holds sha-256, sha-512 or both, and nothing else");
    }
    check(sha256, SHA256_BYTES);
    check(sha512, SHA512_BYTES);
    return new DigestField(sha256, sha512);
  }

  /** The digest that can be proved while the body is read; empty if that takes the whole body. */
  Optional<ContentDigest> provableByReading() {
    return Optional.ofNullable(sha512 == null ? sha256 : null)
        .flatMap(base64 -> StrictBase64.decode(base64, SHA256_BYTES))
        .map(ContentDigest::ofSha256);
  }

  /** Whether every digest is that of the body. */
  boolean matches(byte[] body) {
    return is(sha256, text -> text.equals(StrictBase64.encode(DigestUtils.sha256(body))))
        && is(sha512, text -> text.equals(StrictBase64.encode(DigestUtils.sha512(body))));
  }

  private static boolean is(@Nullable String base64, Predicate<String> matching) {
    return base64 == null || matching.test(base64);
  }

  private static void check(@Nullable String base64, int bytes)
      throws UnreadableSignatureException {
    if (base64 != null && StrictBase64.decode(base64, bytes).isEmpty()) {
      throw malformed("Content-Digest is base64 in its one spelling");
    }
  }
}
