package dev.countersign.persistence.importfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Errors as they are found: all of them, up to {@value #MOST}. Used by one thread. */
public final class LineErrors {

  /** The most errors of one file that are told. */
  public static final int MOST = 1000;

  private final List<LineError> found = new ArrayList<>();
  private boolean more;

  /** None yet. */
  public LineErrors() {}

  /** The same as far as they are known by now, to be added to on its own. */
  public LineErrors copy() {
    LineErrors copy = new LineErrors();
    copy.found.addAll(found);
    copy.more = more;
    return copy;
  }

  /** One that concerns a column. */
  public void add(Place place, ImportColumn column, String message) {
    add(new LineError(place, column.title(), message));
  }

  /** One that concerns the whole line. */
  public void add(Place place, String message) {
    add(new LineError(place, "", message));
  }

  private void add(LineError error) {
    if (found.size() < MOST) {
      found.add(error);
    } else {
      more = true;
    }
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Those that were kept, in the order of the file. */
  public List<LineError> sorted() {
    return found.stream()
        .sorted(
            Comparator.comparingInt((LineError error) -> error.place().line())
                .thenComparingInt(error -> error.place().application()))
        .toList();
  }

  /** Whether there are more than were kept. */
  public boolean hasMore() {
    return more;
  }
}
