package dev.countersign.persistence.management;

import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.ApplicationState;
import dev.countersign.signing.AppKey;
import java.time.Instant;
import java.util.Set;

/**
 * An application, as its owner sees it. Immutable.
 *
 * @param id 32 hex characters; whoever wants to be granted a partner's API hands it over
 * @param accountId of its owner
 * @param appKey its public id on the wire
 * @param enabled whether its calls are let in at all
 * @param schemes ids of the schemes that it may sign with
 * @param version see {@link ExpectedVersion}; rises with its secrets too
 */
public record ApplicationDetails(
    String id,
    String accountId,
    AppKey appKey,
    String name,
    String description,
    boolean enabled,
    Set<String> schemes,
    Instant createdAt,
    long version) {

  /** Copies the set. */
  public ApplicationDetails {
    schemes = Set.copyOf(schemes);
  }

  static ApplicationDetails of(ApplicationRow row) {
    return new ApplicationDetails(
        row.id(),
        row.accountId(),
        row.appKey(),
        row.name(),
        row.description(),
        row.state() == ApplicationState.ENABLED,
        row.schemes(),
        row.createdAt(),
        row.version());
  }
}
