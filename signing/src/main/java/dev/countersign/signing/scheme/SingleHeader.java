package dev.countersign.signing.scheme;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.Headers;
import dev.countersign.signing.Tokens;
import java.util.List;

/**
 * Reads headers that occur at most once. A second value is refused, never ignored: the filter and
 * the application could each take another one.
 */
public final class SingleHeader {

  private static final int MAX_LENGTH = 8192;

  private SingleHeader() {}

  /** The one value, of visible ASCII, space and tab. */
  public static String required(Headers headers, String name) throws UnreadableSignatureException {
    List<String> values = headers.values(name);
    if (values.size() != 1) {
      throw malformed(name + (values.isEmpty() ? " is missing" : " occurs more than once"));
    }
    return checked(name, values.get(0));
  }

  /**
   * The one value, or the empty text when the header is absent; present and empty, or only white
   * space, is malformed.
   */
  public static String orEmpty(Headers headers, String name) throws UnreadableSignatureException {
    return headers.contains(name) ? required(headers, name) : "";
  }

  private static String checked(String name, String value) throws UnreadableSignatureException {
    if (value.isBlank()) {
      throw malformed(name + " is empty");
    }
    if (value.length() > MAX_LENGTH) {
      throw malformed(name + " is longer than " + MAX_LENGTH + " characters");
    }
    if (!Tokens.isVisibleAscii(value)) {
      throw malformed(name + " holds something other than visible ASCII, space and tab");
    }
    return value;
  }
}
