package dev.countersign.filter.body;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What bodies may cost. Sizes are bytes. Immutable and thread-safe.
 *
 * @param streaming whether the application reads a body as it arrives, and only its end waits for
 *     the proof; else it is read whole and proved before
 * @param bodyLimit the largest body
 * @param bodyTimeout the longest time that is spent waiting for the bytes of one body
 * @param spoolMemory how much of one body is kept in memory before it goes to a file
 * @param spoolBudget what all bodies together may take, in memory and on disk
 * @param spoolDirectory below which this instance makes a directory of its own
 * @param unverifiedBodyLimit the largest body that is read before its signature is proved
 * @param unverifiedBodyBudget what all such bodies together may take; one app key has at most a
 *     quarter
 * @param unverifiedBodies how many of them may be read at the same time, each on a thread of the
 *     server; one app key has at most half. At least 2
 * @param parameterLimit how many parameters one request may have, query and body together
 * @param partLimit how many parts one multipart body may have
 */
public record BodyLimits(
    boolean streaming,
    long bodyLimit,
    Duration bodyTimeout,
    int spoolMemory,
    long spoolBudget,
    Path spoolDirectory,
    int unverifiedBodyLimit,
    long unverifiedBodyBudget,
    int unverifiedBodies,
    int parameterLimit,
    int partLimit) {

  /** The most that is read of a body before its signature is proved. */
  long mostHeld() {
    return Math.min(unverifiedBodyLimit, bodyLimit);
  }
}
