package dev.countersign.filter;

import dev.countersign.filter.access.Causes;
import dev.countersign.filter.access.Reason;
import dev.countersign.filter.access.Verdict;
import dev.countersign.filter.body.UnprovedBodyException;
import org.jspecify.annotations.Nullable;

/**
 * What an application did not catch of a body that is not proved, or of a form that cannot be read,
 * is the caller's fault and not the application's.
 */
final class CallersFault {

  private CallersFault() {}

  /** The fault in what was thrown; {@code null} where there is none. */
  static Verdict.@Nullable Rejected in(Throwable thrown) {
    for (Throwable cause : Causes.of(thrown)) {
      if (cause instanceof UnreadableFormException unreadable) {
        return rejected(unreadable.reason(), unreadable);
      }
      if (cause instanceof UnprovedBodyException unproved) {
        return rejected(unproved.reason(), unproved);
      }
    }
    return null;
  }

  private static Verdict.Rejected rejected(Reason reason, Throwable fault) {
    return new Verdict.Rejected(reason, String.valueOf(fault.getMessage()), null);
  }
}
