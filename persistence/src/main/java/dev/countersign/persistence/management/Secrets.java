package dev.countersign.persistence.management;

import java.time.Duration;
import java.util.List;

/**
 * The secrets of applications: at most two live at once, and none is ever shown again. All methods
 * throw {@link ManagementUnavailableException}, and {@link UnknownObjectException} where the
 * application is not there, is deleted, or is not the actor's. Those that take an expected version,
 * which is the application's, throw {@link ChangeConflictException} if it is another. Thread-safe.
 */
public interface Secrets {

  /** How long the former secret serves beside the new one where nothing else is asked. */
  Duration DEFAULT_OVERLAP = Duration.ofHours(24);

  /** The longest overlap. */
  Duration MAX_OVERLAP = Duration.ofDays(90);

  /** Replaces every secret at once by a new one: for one that leaked. */
  IssuedSecret reset(Actor actor, String applicationId, ExpectedVersion expected);

  /**
   * Issues a new secret, and lets the present one serve beside it for a while.
   *
   * @param overlap whole milliseconds count; zero is {@link #reset}
   * @throws InvalidArgumentException if the overlap is negative or longer than {@link #MAX_OVERLAP}
   * @throws ChangeConflictException also while an earlier overlap runs, unless the overlap is zero
   */
  IssuedSecret rotate(
      Actor actor, String applicationId, Duration overlap, ExpectedVersion expected);

  /**
   * Erases the former secret before its time.
   *
   * @throws ChangeConflictException also if no overlap runs
   */
  void endOverlap(Actor actor, String applicationId, ExpectedVersion expected);

  /** What serves now, the newest first. */
  List<SecretDetails> list(Actor actor, String applicationId);
}
