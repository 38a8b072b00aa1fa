package dev.countersign.testing.logs;

import java.util.concurrent.atomic.AtomicLongArray;

/** A set of hashes that is asked far more often than it grows. Thread-safe; never forgets. */
final class LongSet {

  private static final int FIRST_CAPACITY = 1 << 12;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private volatile AtomicLongArray table = new AtomicLongArray(FIRST_CAPACITY);
  private int size;

  /** Whether it was not there. Nought stands for an empty place and cannot be kept. */
  synchronized boolean add(long hash) {
    if (hash == 0 || contains(hash)) {
      return false;
    }
    if (++size > table.length() / 4) {
      grow();
    }
    put(table, hash);
    return true;
  }

  boolean contains(long hash) {
    AtomicLongArray now = table;
    int mask = now.length() - 1;
    for (int at = place(hash) & mask; ; at = (at + 1) & mask) {
      long there = now.getAcquire(at);
      if (there == 0 || there == hash) {
        return there != 0;
      }
    }
  }

  synchronized int size() {
    return size;
  }

  private void grow() {
    AtomicLongArray larger = new AtomicLongArray(table.length() * 2);
    for (int i = 0; i < table.length(); i++) {
      if (table.get(i) != 0) {
        put(larger, table.get(i));
      }
    }
    table = larger;
  }

  private static void put(AtomicLongArray into, long hash) {
    int mask = into.length() - 1;
    int at = place(hash) & mask;
    while (into.get(at) != 0) {
      at = (at + 1) & mask;
    }
    into.setRelease(at, hash);
  }

  private static int place(long hash) {
    return (int) ((hash * MIX) >>> 32);
  }
}
