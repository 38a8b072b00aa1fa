package dev.countersign.sample.load;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.wire.RawRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Calls that wait for nothing, made one after the other while others keep a server busy. Each is
 * answered, and one of them in less than a second. That is the claim, which is about the server:
 * where callers held what an honest call needs, every call would wait for them. What delays some
 * calls and not others is a machine that does other things too, so the slowest is only told.
 */
record HonestCalls(List<Duration> took) {

  private static final int CALLS = 10;
  private static final Duration PROMPT = Duration.ofSeconds(1);

  /**
   * Makes them.
   *
   * @param underLoad whether the others still do what they do; a call counts only if that was so
   *     before it and after it
   */
  static HonestCalls made(Site site, BooleanSupplier underLoad) {
    RawRequest honest = site.request("POST", "/echo/a").body("text/plain", "honest");
    List<Duration> took = new ArrayList<>();
    for (int call = 0; call < CALLS && underLoad.getAsBoolean(); call++) {
      RawRequest signed = site.signed(honest);
      long before = System.nanoTime();
      site.assertAdmitted(signed);
      Duration one = Duration.ofNanos(System.nanoTime() - before);
      if (underLoad.getAsBoolean()) {
        took.add(one);
      }
    }
    assertTrue(!took.isEmpty(), "no call was made and answered while the others were at it");
    HonestCalls calls = new HonestCalls(List.copyOf(took));
    assertTrue(calls.fastest().compareTo(PROMPT) < 0, () -> "honest calls took " + took);
    return calls;
  }

  private Duration fastest() {
    return Collections.min(took);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d honest calls of %d to %d ms",
        took.size(),
        fastest().toMillis(),
        Collections.max(took).toMillis());
  }
}
