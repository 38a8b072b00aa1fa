package dev.countersign.persistence.management;

import dev.countersign.persistence.data.SecretEncoding;
import dev.countersign.persistence.importfile.Place;
import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import java.util.Set;

/** One application of a file, in order as far as the file alone can tell. Immutable. */
record PlannedApplication(
    Place place,
    AppKey appKey,
    String name,
    String description,
    Set<String> schemes,
    ImportedSecret secret) {

  /** A secret, and how it was written. */
  record ImportedSecret(Secret secret, SecretEncoding encoding) {}
}
