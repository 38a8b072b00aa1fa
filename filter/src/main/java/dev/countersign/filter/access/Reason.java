package dev.countersign.filter.access;

/**
 * Why a request is refused: a closed list, each with the code and the status that the caller is
 * told.
 */
public enum Reason {
  /** No scheme's marks are on the request. */
  CREDENTIALS_MISSING("credentials-missing", 401, "This API asks for a signed request"),
  /**
   * A part of the signature, or a header that could mislead the application, is missing, repeated
   * or ill-formed.
   */
  MALFORMED("malformed", 400, "The request or its signature is not well formed"),
  /** The target could mean one thing to the signer and another to the server. */
  PATH_AMBIGUOUS("path-ambiguous", 400, "The request target is ambiguous"),
  /**
   * Signed by a scheme, or a version of one, that is not accepted here, or that the application
   * does not list.
   */
  SCHEME_UNSUPPORTED("scheme-unsupported", 401, "This signature scheme is not accepted here"),
  /** Signed too long ago, or in the future. */
  STALE("stale", 401, "The signature is too old or from the future; check the clock"),
  /** The app key is unknown, or the signature is not that of the request as it arrived. */
  SIGNATURE_INVALID("signature-invalid", 401, "The signature does not match the request"),
  /** The nonce was used before. A retry is signed again, with a new nonce. */
  REPLAYED("replayed", 401, "This request was received before; sign again with a new nonce"),
  /** The body is not the one that was signed. */
  BODY_MISMATCH("body-mismatch", 401, "The body is not the one that was signed"),
  /** The body broke off. */
  BODY_INCOMPLETE("body-incomplete", 400, "The body ended early"),
  /** The body took too long. */
  BODY_TIMEOUT("body-timeout", 408, "The body took too long"),
  /** The application is disabled. */
  APPLICATION_DISABLED("application-disabled", 403, "The application is disabled"),
  /** The environment that the caller states is not the one that the request reaches. */
  ENVIRONMENT_MISMATCH(
      "environment-mismatch", 403, "The request reached another environment than it states"),
  /** No API is defined for this method and path. */
  API_UNKNOWN("api-unknown", 403, "No API is defined here"),
  /** No grant, or none that is valid now. */
  NOT_GRANTED("not-granted", 403, "The application is not granted this API in this environment"),
  /** The body is larger than allowed. */
  TOO_LARGE("too-large", 413, "The body is too large"),
  /** A limit is exhausted. */
  RATE_LIMITED("rate-limited", 429, "Too many requests"),
  /** The configuration is broken, or a store or a budget is not available: never a way in. */
  UNAVAILABLE("unavailable", 503, "Access control is not available");

  private final String code;
  private final int status;
  private final String title;

  Reason(String code, int status, String title) {
    this.code = code;
    this.status = status;
    this.title = title;
  }

  /** The word on the wire. */
  public String code() {
    return code;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** One sentence for people. */
  public String title() {
    return title;
  }
}
