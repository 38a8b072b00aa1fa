package dev.countersign.persistence.store;

import dev.countersign.persistence.data.Touched;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps what is loaded and what is dropped in order. Who loads notes the count before it reads;
 * what it brings is kept only if nothing was dropped since, so a slow load can never bring back
 * what a change has just taken away. Thread-safe; nothing in here waits for the database.
 */
public final class Coherence {

  private final List<Consumer<Touched>> keepers = new ArrayList<>();
  private long drops;

  /** Nothing is kept yet. */
  public Coherence() {}

  synchronized void register(Consumer<Touched> keeper) {
    keepers.add(keeper);
  }

  /** What is touched is gone, and cannot come back from a load under way, when this returns. */
  public synchronized void drop(Touched touched) {
    drops++;
    keepers.forEach(keeper -> keeper.accept(touched));
  }

  /** To be noted before reading. */
  synchronized long count() {
    return drops;
  }

  /** Keeps what the action keeps, unless something was dropped since the count. */
  synchronized void keep(long counted, Runnable action) {
    if (counted == drops) {
      action.run();
    }
  }
}
