package dev.countersign.persistence.management;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that was refused. Immutable.
 *
 * @param requestId the id that the caller was told
 * @param reason the code that the caller was told
 * @param title the same in a sentence
 * @param detail the precise cause; {@code null} where it is not the actor's business
 * @param method of the request
 * @param path raw, as received
 * @param applicationId whose app key was presented
 * @param applicationName its name
 */
public record RefusedCall(
    String requestId,
    Instant happenedAt,
    String reason,
    String title,
    @Nullable String detail,
    String method,
    String path,
    String applicationId,
    String applicationName) {}
