package dev.countersign.persistence.data;

import java.util.Set;

/**
 * What a committed transaction changed for those who keep copies. Immutable.
 *
 * @param everything whether nothing that is kept may be trusted any more
 * @param catalogue whether groups or APIs changed
 * @param applications ids of the applications whose state, secrets or grants changed
 */
public record Touched(boolean everything, boolean catalogue, Set<String> applications) {

  /** Everything. */
  public static final Touched EVERYTHING = new Touched(true, false, Set.of());

  /** Copies the set. */
  public Touched {
    applications = Set.copyOf(applications);
  }

  /** Whether nothing changed that is kept anywhere. */
  public boolean isEmpty() {
    return !everything && !catalogue && applications.isEmpty();
  }
}
