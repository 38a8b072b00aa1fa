package dev.countersign.console.rest;

import java.util.Map;

/** A call that is refused before management sees it. Its message is meant for the caller. */
final class RestFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient Map<String, String> headers;

  private RestFault(int status, String code, String detail, Map<String, String> headers) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  static RestFault malformed(String detail) {
    return new RestFault(400, "malformed", detail, Map.of());
  }

  static RestFault operatorsOnly() {
    return new RestFault(403, "operators-only", "only an operator may do this", Map.of());
  }

  static RestFault notFound() {
    return new RestFault(404, "unknown", "there is nothing here", Map.of());
  }

  static RestFault methodNotAllowed(String allowed) {
    return new RestFault(
        405, "method-not-allowed", "this takes " + allowed, Map.of("Allow", allowed));
  }

  static RestFault versionMissing() {
    return new RestFault(
        428,
        "version-missing",
        "a change names the version it was made for: If-Match with the ETag, or * for any",
        Map.of());
  }

  Answer answer() {
    return Problems.answer(status, code, String.valueOf(getMessage()), headers);
  }
}
