package dev.countersign.persistence.management;

import java.util.List;

/**
 * A part of a list, in a stable order. Immutable.
 *
 * @param items at most as many as the paging asked for
 * @param paging which part it is
 * @param more whether there are items behind it
 */
public record Page<T>(List<T> items, Paging paging, boolean more) {

  /** Copies the list. */
  public Page {
    items = List.copyOf(items);
  }
}
