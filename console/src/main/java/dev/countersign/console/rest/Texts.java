package dev.countersign.console.rest;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Values as they are written. */
final class Texts {

  private static final int SHOWN = 40;

  private Texts() {}

  static @Nullable String instant(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  static @Nullable Instant instant(String member, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw RestFault.malformed(member + " is an instant in UTC such as 2026-11-21T00:00:00Z");
    }
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** What a stranger sent, short enough and without anything that a screen would obey. */
  static String quoted(String text) {
    StringBuilder safe = new StringBuilder("'");
    text.chars().limit(SHOWN).forEach(c -> safe.append(c >= ' ' && c <= '~' ? (char) c : '?'));
    return safe.append(text.length() > SHOWN ? "…'" : "'").toString();
  }
}
