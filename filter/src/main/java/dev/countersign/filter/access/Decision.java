package dev.countersign.filter.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One decision of a gate. Holds no secret, no signature and no header value. Immutable and
 * thread-safe.
 *
 * @param requestId the id that a refused caller was told
 * @param at when
 * @param method of the request
 * @param path raw, as received; may hold anything that a stranger sent
 * @param applicationId of the application whose key was presented and is known; {@code null} before
 *     that is known
 * @param verdict the outcome
 * @param secretSlot by which its store tells the secret that made the signature; 0 where none did,
 *     or the store does not tell
 */
public record Decision(
    String requestId,
    Instant at,
    String method,
    String path,
    @Nullable String applicationId,
    Verdict verdict,
    int secretSlot) {

  /** Of a request whose secret is not told. */
  public Decision(
      String requestId,
      Instant at,
      String method,
      String path,
      @Nullable String applicationId,
      Verdict verdict) {
    this(requestId, at, method, path, applicationId, verdict, 0);
  }
}
