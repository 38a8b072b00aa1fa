package dev.countersign.persistence.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instants as columns hold them: milliseconds of the epoch, in UTC. */
final class Millis {

  private Millis() {}

  static @Nullable Long of(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
