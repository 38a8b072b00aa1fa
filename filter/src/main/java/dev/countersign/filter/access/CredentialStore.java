package dev.countersign.filter.access;

import dev.countersign.signing.AppKey;
import java.util.Optional;

/** Port: the credential of an app key. Implementations are thread-safe. */
@FunctionalInterface
public interface CredentialStore {

  /**
   * The credential of this key, or empty when no application has it. A deleted application is no
   * application.
   *
   * @throws StoreUnavailableException when it cannot be told
   */
  Optional<Credential> find(AppKey appKey);
}
