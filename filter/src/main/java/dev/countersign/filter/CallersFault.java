package dev.countersign.filter;

import dev.countersign.filter.access.Reason;
import dev.countersign.filter.access.Verdict;
import dev.countersign.filter.body.UnprovedBodyException;
import org.jspecify.annotations.Nullable;

/**
 * What an application did not catch of a body that is not proved, or of a form that cannot be read,
 * is the caller's fault and not the application's.
 */
final class CallersFault {

  /** Causes may form a circle. */
  private static final int CAUSES = 20;

  private CallersFault() {}

  /** The fault in what was thrown; {@code null} where there is none. */
  static Verdict.@Nullable Rejected in(Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < CAUSES; i++) {
      if (cause instanceof UnreadableFormException unreadable) {
        return rejected(unreadable.reason(), unreadable);
      }
      if (cause instanceof UnprovedBodyException unproved) {
        return rejected(unproved.reason(), unproved);
      }
      cause = cause.getCause();
    }
    return null;
  }

  private static Verdict.Rejected rejected(Reason reason, Throwable fault) {
    return new Verdict.Rejected(reason, String.valueOf(fault.getMessage()), null);
  }
}
