package dev.countersign.signing.scheme;

import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import java.util.List;
import java.util.Set;

/**
 * A wire format of signing, as one object. It only translates: the request's head in, a {@link
 * PresentedSignature} out. Looking up secrets, comparing and deciding are done elsewhere, the same
 * way for every scheme.
 *
 * <p>Two kinds are possible, told apart by {@link Coverage}: the text signed holds a digest that
 * the request declares, or it needs the body itself.
 *
 * <p>Implementations are immutable and thread-safe. Texts MACed with the bare secret must differ
 * from those of every other scheme in their first line, so that a signature made for one can never
 * serve in another.
 */
public interface SignatureScheme {

  /** The name in settings, tables and logs, such as {@code countersign-1}. */
  String id();

  /** Whether the headers bear the marks of this scheme, well formed or not. */
  boolean recognises(Headers headers);

  /**
   * Whether it is the scheme of another gateway, whose clients rely on that gateway's wider window
   * of time.
   */
  default boolean isForeign() {
    return true;
  }

  /** What its signatures may leave open although an environment may be found there. */
  default Set<UnsignedPart> unsignedParts() {
    return Set.of();
  }

  /** What of it can be switched by name in the settings; each option keeps the others as set. */
  default List<SchemeOption> options() {
    return List.of();
  }

  /**
   * Whether the request bears the marks of this scheme, in its target too: for schemes that put a
   * signature into the query.
   */
  default boolean recognises(SignableRequest request) {
    return recognises(request.headers());
  }

  /**
   * Reads what the request claims. Called only for a request that this scheme recognises.
   *
   * @throws UnreadableSignatureException if a required part is missing, repeated, malformed, or of
   *     an unknown version
   */
  PresentedSignature read(SignableRequest request) throws UnreadableSignatureException;

  /**
   * The {@code WWW-Authenticate} challenge (RFC 9110 section 11.6.1) of this scheme.
   *
   * @param realm the environment served; free of quotes and backslashes
   */
  String challenge(String realm);
}
