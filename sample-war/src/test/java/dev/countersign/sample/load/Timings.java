package dev.countersign.sample.load;

import java.util.Arrays;
import java.util.Locale;

/** How long calls of one kind took, and how that differs from another kind. Not thread-safe. */
final class Timings {

  private final long[] nanos;
  private int count;

  Timings(int most) {
    nanos = new long[most];
  }

  int count() {
    return count;
  }

  boolean isFull() {
    return count == nanos.length;
  }

  void add(long taken) {
    nanos[count++] = taken;
  }

  private long[] sorted() {
    long[] all = Arrays.copyOf(nanos, count);
    Arrays.sort(all);
    return all;
  }

  /** Such as 0.5 for the median, in microseconds. */
  double quantile(double part) {
    return sorted()[(int) Math.min(count - 1L, Math.round(part * (count - 1)))] / 1000.0;
  }

  /** Number of calls and quartiles. */
  String summary() {
    return String.format(
        Locale.ROOT,
        "n %5d   quartiles %7.1f %7.1f %7.1f us",
        count,
        quantile(0.25),
        quantile(0.5),
        quantile(0.75));
  }

  /**
   * Mann and Whitney's test, which needs no assumption about how times are distributed: the
   * probability that a call of this kind takes longer than one of the other (0.5 is no difference,
   * and the size of the effect) and z, beyond 4.5 seldom by chance.
   */
  String comparedWith(Timings other) {
    long[] theirs = other.sorted();
    double longer = 0;
    for (long one : sorted()) {
      longer += (below(theirs, one) + below(theirs, one + 1)) / 2.0;
    }
    double pairs = (double) count * other.count;
    double deviation = Math.sqrt(pairs * (count + other.count + 1) / 12);
    return String.format(
        Locale.ROOT,
        "median %+6.1f us   P(longer) %.3f   z %+6.1f",
        quantile(0.5) - other.quantile(0.5),
        longer / pairs,
        (longer - pairs / 2) / deviation);
  }

  private static int below(long[] sorted, long limit) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
