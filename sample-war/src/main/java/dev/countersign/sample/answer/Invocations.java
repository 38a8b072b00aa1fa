package dev.countersign.sample.answer;

import jakarta.servlet.ServletContext;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How often the servlets of this WAR were invoked. A refused call leaves it as it was: that is how
 * the tests prove that a servlet never saw it. Thread-safe.
 */
public final class Invocations {

  private static final String ATTRIBUTE = Invocations.class.getName();

  private final AtomicLong count = new AtomicLong();

  private Invocations() {}

  /** The one counter of this WAR. */
  public static Invocations of(ServletContext context) {
    synchronized (context) {
      if (context.getAttribute(ATTRIBUTE) instanceof Invocations present) {
        return present;
      }
      Invocations created = new Invocations();
      context.setAttribute(ATTRIBUTE, created);
      return created;
    }
  }

  /** Counts one more and answers how many there were, this one included. */
  public long countOne() {
    return count.incrementAndGet();
  }

  /** How many there were. */
  public long soFar() {
    return count.get();
  }
}
