package dev.countersign.filter.settings;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whole numbers with a unit: sizes such as {@code 64KiB} and durations such as {@code 300s}. */
final class Quantity {

  private static final Map<String, Long> SIZES = new LinkedHashMap<>();
  private static final Map<String, Long> SECONDS = new LinkedHashMap<>();

  static {
    SIZES.put("GiB", 1L << 30);
    SIZES.put("MiB", 1L << 20);
    SIZES.put("KiB", 1L << 10);
    SIZES.put("", 1L);
    SECONDS.put("h", 3600L);
    SECONDS.put("m", 60L);
    SECONDS.put("s", 1L);
  }

  private Quantity() {}

  /** A size in bytes within both bounds, each of them written as it stands in the message. */
  static ValueForm<Long> size(String min, String max) {
    long least = read(min, SIZES);
    long most = read(max, SIZES);
    return new ValueForm<>(
        "a size such as `64KiB`, `1MiB` or bytes without a unit, from " + min + " to " + max,
        text -> within(read(text, SIZES), least, most));
  }

  /** A size that fits an {@code int}. */
  static ValueForm<Integer> smallSize(String min, String max) {
    ValueForm<Long> size = size(min, max);
    return new ValueForm<>(size.takes(), size.reader().andThen(Math::toIntExact));
  }

  static ValueForm<Duration> duration(String min, String max) {
    long least = read(min, SECONDS);
    long most = read(max, SECONDS);
    return new ValueForm<>(
        "a duration such as `300s`, `5m` or `1h`, from " + min + " to " + max,
        text -> Duration.ofSeconds(within(read(text, SECONDS), least, most)));
  }

  private static long read(String text, Map<String, Long> units) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    long unit = units.getOrDefault(text.substring(digits), 0L);
    ValueForm.require(unit > 0 && digits > 0 && digits <= 12);
    return Math.multiplyExact(Long.parseLong(text.substring(0, digits)), unit);
  }

  private static long within(long value, long least, long most) {
    ValueForm.require(value >= least && value <= most);
    return value;
  }
}
