package dev.countersign.filter.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What led to a failure, looked through by ports and their implementations for what they know.
 * Stateless and thread-safe.
 */
public final class Causes {

  /** Causes may form a circle: more than enough of those that do not. */
  private static final int MOST = 20;

  private Causes() {}

  /**
   * The failure itself, its cause, and so on inwards.
   *
   * @param thrown may be {@code null}, which has none
   * @return at most 20
   */
  public static List<Throwable> of(@Nullable Throwable thrown) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = thrown;
        cause != null && causes.size() < MOST;
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }
}
