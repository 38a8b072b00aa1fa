package dev.countersign.persistence.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Refusals that wait to be written, bounded as a whole and for each application, so that none fills
 * it for the others. Thread-safe; nothing in here waits.
 */
final class RefusalQueue {

  private final int most;
  private final int mostOfOne;
  private final Map<String, Deque<Refusal>> waiting = new LinkedHashMap<>();
  private int size;

  /**
   * An empty one.
   *
   * @param most refusals that wait
   * @param mostOfOne of them of one application
   */
  RefusalQueue(int most, int mostOfOne) {
    this.most = most;
    this.mostOfOne = mostOfOne;
  }

  /** Adds it, unless its application's share or the whole is full. */
  synchronized boolean offer(Refusal refusal) {
    Deque<Refusal> own =
        size < most
            ? waiting.computeIfAbsent(refusal.applicationId(), id -> new ArrayDeque<>())
            : null;
    if (own == null || own.size() >= mostOfOne) {
      return false;
    }
    own.add(refusal);
    size++;
    return true;
  }

  /**
   * Takes some out, at most so many of one application. Those who are served have to stand behind
   * all others the next time.
   */
  synchronized List<Refusal> take(int rows, int rowsOfOne) {
    List<Refusal> taken = new ArrayList<>();
    Map<String, Deque<Refusal>> served = new LinkedHashMap<>();
    Iterator<Map.Entry<String, Deque<Refusal>>> turns = waiting.entrySet().iterator();
    while (turns.hasNext() && taken.size() < rows) {
      Map.Entry<String, Deque<Refusal>> turn = turns.next();
      Deque<Refusal> own = turn.getValue();
      int share = Math.min(rowsOfOne, rows - taken.size());
      for (int i = 0; i < share && !own.isEmpty(); i++) {
        taken.add(own.remove());
      }
      turns.remove();
      if (!own.isEmpty()) {
        served.put(turn.getKey(), own);
      }
    }
    waiting.putAll(served);
    size -= taken.size();
    return taken;
  }

  synchronized int size() {
    return size;
  }
}
