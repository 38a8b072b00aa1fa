package dev.countersign.filter;

import dev.countersign.filter.access.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * A refusal in the words and the shape of Tencent's gateway, for programs that look at them; where
 * the gateway had no such case, its nearest one stands. What that shape has no room for, the id of
 * the request, is in a header of the gateway's name.
 *
 * @param status of HTTP
 * @param message the member {@code message} of the JSON body; free of quotes and backslashes unless
 *     it shows a string to sign
 */
record TencentRefusal(int status, String message) {

  private static final String REQUEST_ID = "X-Api-RequestId";
  private static final String UNVERIFIED = "HMAC signature cannot be verified";
  private static final String MISMATCH = "HMAC signature does not match";

  /** The refusal; without a default, so that a new reason is not forgotten here. */
  static TencentRefusal of(Reason reason) {
    return switch (reason) {
      case CREDENTIALS_MISSING ->
          refused(UNVERIFIED + ", a validate authorization header is required.");
      case MALFORMED -> refused("HMAC authorization format error.");
      case SCHEME_UNSUPPORTED -> refused("HMAC algorithm not supported.");
      case STALE ->
          refused(UNVERIFIED + ", the x-date header is out of date for HMAC Authentication.");
      case SIGNATURE_INVALID, BODY_MISMATCH -> refused(MISMATCH + ".");
      case REPLAYED, APPLICATION_DISABLED, ENVIRONMENT_MISMATCH -> refused(UNVERIFIED + ".");
      case NOT_GRANTED -> refused("HMAC apikey is invalid for API.");
      case PATH_AMBIGUOUS, BODY_INCOMPLETE -> new TencentRefusal(400, "Bad Request");
      case API_UNKNOWN -> new TencentRefusal(404, "Found no api");
      case BODY_TIMEOUT -> new TencentRefusal(408, "Request Timeout");
      case TOO_LARGE -> new TencentRefusal(413, "Request Entity Too Large");
      case RATE_LIMITED -> new TencentRefusal(429, "API rate limit exceeded");
      case UNAVAILABLE -> new TencentRefusal(503, "Service Unavailable");
    };
  }

  /**
   * The same with the server's string to sign behind it, as the gateway echoed it. Only the answer
   * to a signature that does not match has a place for it; others stay as they are.
   *
   * @param stringToSign with {@code #} for every LF; empty for nothing
   */
  TencentRefusal showing(String stringToSign) {
    return message.equals(MISMATCH + ".") && !stringToSign.isEmpty()
        ? new TencentRefusal(status, MISMATCH + ", Server StringToSign:" + stringToSign)
        : this;
  }

  private static TencentRefusal refused(String message) {
    return new TencentRefusal(401, message);
  }

  void send(HttpServletRequest request, HttpServletResponse response, String requestId)
      throws IOException {
    response.setHeader(REQUEST_ID, requestId);
    ProblemResponse.send(request, response, status, "application/json", Map.of("message", message));
  }
}
