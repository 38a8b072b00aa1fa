package dev.countersign.persistence.management;

import dev.countersign.persistence.importfile.LineError;
import java.util.List;

/** What came of a file. Immutable; no secret is in it. */
public sealed interface ImportResult {

  /**
   * All of it is in the database since this call.
   *
   * @param applications what was made, in the order of the file
   */
  record Imported(List<ApplicationDetails> applications) implements ImportResult {

    /** Copies the list. */
    public Imported {
      applications = List.copyOf(applications);
    }
  }

  /**
   * It could be imported: the answer of a check.
   *
   * @param applications how many it holds
   */
  record Importable(int applications) implements ImportResult {}

  /**
   * All of it was there before, so nothing was done: each app key is one of this account, with this
   * secret. Whoever does not know whether his import came to its end may start it again.
   *
   * @param applications as they are now, in the order of the file
   */
  record AlreadyThere(List<ApplicationDetails> applications) implements ImportResult {

    /** Copies the list. */
    public AlreadyThere {
      applications = List.copyOf(applications);
    }
  }

  /**
   * Something is wrong with it, and nothing was done.
   *
   * @param errors what, in the order of the file; at most {@value
   *     dev.countersign.persistence.importfile.LineErrors#MOST}
   * @param more whether there are more errors than these
   */
  record Rejected(List<LineError> errors, boolean more) implements ImportResult {

    /** Copies the list. */
    public Rejected {
      errors = List.copyOf(errors);
    }
  }
}
