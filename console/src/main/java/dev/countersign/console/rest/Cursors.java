package dev.countersign.console.rest;

import dev.countersign.persistence.management.Paging;
import org.jspecify.annotations.Nullable;

/** Where a list goes on: a text that callers hand back as they got it. */
final class Cursors {

  private static final int MOST_DIGITS = 7;

  private Cursors() {}

  static Paging paging(@Nullable String limit, @Nullable String after) {
    Paging first = Paging.first();
    return new Paging(
        number("after", after, first.offset()), number("limit", limit, first.limit()));
  }

  /** Where the next part begins; too far from the start it is refused when it is asked for. */
  static String behind(Paging paging) {
    return Integer.toString(paging.offset() + paging.limit());
  }

  private static int number(String name, @Nullable String text, int absent) {
    if (text == null) {
      return absent;
    }
    boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || text.length() > MOST_DIGITS) {
      throw RestFault.malformed(name + " is a whole number");
    }
    return Integer.parseInt(text);
  }
}
