package dev.countersign.persistence.data;

/**
 * A call refused to a known application. Immutable.
 *
 * @param requestId the id that the caller was told
 * @param reason the code that the caller was told
 * @param explanation the precise cause
 * @param method of the request
 * @param path raw, as received, with what cannot be stored replaced
 * @param applicationId whose app key was presented
 */
public record AuditedRefusal(
    String requestId,
    String reason,
    String explanation,
    String method,
    String path,
    String applicationId) {}
