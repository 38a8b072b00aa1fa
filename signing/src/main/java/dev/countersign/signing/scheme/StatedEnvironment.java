package dev.countersign.signing.scheme;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.Headers;
import dev.countersign.signing.Tokens;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code X-App-Environment} in the requests of schemes that leave the choice of headers open. */
public final class StatedEnvironment {

  private static final String NAME = "x-app-environment";
  private static final int MAX_LENGTH = 64;

  private StatedEnvironment() {}

  /**
   * The environment that the caller states; {@code null} when he states none.
   *
   * @param isSigned whether the header of this lower-case name is under the signature
   * @throws UnreadableSignatureException if it is stated without being signed, or is no name
   */
  public static @Nullable String read(Headers headers, Predicate<String> isSigned)
      throws UnreadableSignatureException {
    if (!headers.contains(NAME)) {
      return null;
    }
    String value = SingleHeader.required(headers, NAME).strip();
    if (!isSigned.test(NAME)) {
      throw malformed("X-App-Environment must be signed when it is present");
    }
    if (!Tokens.isIdentifier(value, 1, MAX_LENGTH)) {
      throw malformed("X-App-Environment is the name of an environment, such as release");
    }
    return value;
  }
}
