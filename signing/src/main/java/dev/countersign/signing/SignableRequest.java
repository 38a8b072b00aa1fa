package dev.countersign.signing;

import java.util.Locale;

/**
 * The head of a request as it was received: nothing decoded, sorted or re-encoded. Immutable and
 * thread-safe.
 *
 * @param method as on the request line, case kept
 * @param authority the one {@code Host} (or {@code :authority}) in the form of {@link
 *     #canonicalAuthority}; empty when the request has none
 * @param path the raw path as on the request line
 * @param query the raw query without its question mark; empty when there is none ({@code /x} and
 *     {@code /x?} are equal)
 * @param headers all header fields
 */
public record SignableRequest(
    String method, String authority, String path, String query, Headers headers) {

  /**
   * The form of an authority that is signed: lower case, a final {@code :80} or {@code :443}
   * removed whatever the scheme, because the scheme is not known where TLS ends in front of the
   * server.
   */
  public static String canonicalAuthority(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    if (lower.endsWith(":80")) {
      return lower.substring(0, lower.length() - 3);
    }
    return lower.endsWith(":443") ? lower.substring(0, lower.length() - 4) : lower;
  }
}
