package dev.countersign.architecture.broken.signing.util;

import dev.countersign.architecture.broken.filter.access.AccessInACycle;
import jakarta.servlet.ServletRequest;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.logging.Logger;

/**
 * In a drawer package, with a servlet type, a clock of its own, another logger and its own
 * comparison. Broken on purpose: each rule has to find its part.
 */
public final class SigningThatKnowsTooMuch {

  private static final ThreadLocal<Instant> LAST = ThreadLocal.withInitial(Instant::now);

  /** Closes a cycle with access. */
  public static final Class<?> CYCLE = AccessInACycle.class;

  private SigningThatKnowsTooMuch() {}

  /** Breaks several rules at once. */
  public static boolean same(ServletRequest request, byte[] one, byte[] other) {
    Logger.getLogger("signing").info(request.getRemoteAddr() + LAST.get());
    System.out.println(Instant.now());
    return MessageDigest.isEqual(one, other);
  }
}
