package dev.countersign.signing.tencent;

/**
 * What the gateway answered where Countersign answers with a code of its own, for clients that look
 * at status or text. Where the gateway had no such case, its nearest one stands.
 *
 * @param status of HTTP
 * @param message the member {@code message} of the JSON body; free of quotes and backslashes unless
 *     it shows a string to sign
 */
public record TencentAnswer(int status, String message) {

  private static final String UNVERIFIED = "HMAC signature cannot be verified";
  private static final String MISMATCH = "HMAC signature does not match";

  /**
   * The answer for a code of Countersign's closed list.
   *
   * @param code such as {@code signature-invalid}; one that is not listed counts as {@code
   *     unavailable}
   */
  public static TencentAnswer of(String code) {
    return switch (code) {
      case "credentials-missing" ->
          refused(UNVERIFIED + ", a validate authorization header is required.");
      case "malformed" -> refused("HMAC authorization format error.");
      case "scheme-unsupported" -> refused("HMAC algorithm not supported.");
      case "stale" ->
          refused(UNVERIFIED + ", the x-date header is out of date for HMAC Authentication.");
      case "signature-invalid", "body-mismatch" -> refused(MISMATCH + ".");
      case "replayed", "application-disabled", "environment-mismatch" -> refused(UNVERIFIED + ".");
      case "not-granted" -> refused("HMAC apikey is invalid for API.");
      case "path-ambiguous", "body-incomplete" -> new TencentAnswer(400, "Bad Request");
      case "api-unknown" -> new TencentAnswer(404, "Found no api");
      case "body-timeout" -> new TencentAnswer(408, "Request Timeout");
      case "too-large" -> new TencentAnswer(413, "Request Entity Too Large");
      case "rate-limited" -> new TencentAnswer(429, "API rate limit exceeded");
      default -> new TencentAnswer(503, "Service Unavailable");
    };
  }

  /**
   * The same with the server's string to sign behind it, as the gateway echoed it. Only the answer
   * to a signature that does not match has a place for it; others stay as they are.
   *
   * @param stringToSign with {@code #} for every LF
   */
  public TencentAnswer showing(String stringToSign) {
    return message.equals(MISMATCH + ".")
        ? new TencentAnswer(status, MISMATCH + ", Server StringToSign:" + stringToSign)
        : this;
  }

  private static TencentAnswer refused(String message) {
    return new TencentAnswer(401, message);
  }
}
