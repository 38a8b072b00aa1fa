package dev.countersign.persistence.management;

import dev.countersign.persistence.importfile.ImportFile;
import dev.countersign.persistence.importfile.ImportFormat;
import java.io.IOException;
import java.io.InputStream;

/**
 * Key pairs of another gateway, app keys and secrets as they were, so that its callers need not
 * change. A file holds at most {@value ImportFile#MOST_APPLICATIONS} applications; all of them are
 * imported in one transaction, or none. Both methods read the stream whole, leave it open, and
 * throw {@link UnknownObjectException} if the account is not there or not the actor's, before they
 * read; {@link ChangeConflictException} if others import the same now; and {@link
 * ManagementUnavailableException}, after which it is unknown whether the import took place: the
 * same file once more tells. Thread-safe.
 */
public interface Imports {

  /** What {@link #importAll} would answer now; changes nothing. */
  ImportResult check(Actor actor, String accountId, ImportFormat format, InputStream file)
      throws IOException;

  /**
   * Makes every application of the file, enabled, without grants, each with its line of history.
   *
   * @param accountId their owner
   * @throws IOException as the stream throws it; nothing was imported
   */
  ImportResult importAll(Actor actor, String accountId, ImportFormat format, InputStream file)
      throws IOException;
}
