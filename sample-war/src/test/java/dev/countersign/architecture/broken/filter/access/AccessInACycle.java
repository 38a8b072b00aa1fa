package dev.countersign.architecture.broken.filter.access;

import dev.countersign.architecture.broken.persistence.Store;
import dev.countersign.architecture.broken.signing.util.SigningThatKnowsTooMuch;
import dev.countersign.signing.Secret;

/** Knows a store's implementation, a cycle, and a secret's bytes. */
public final class AccessInACycle {

  /** Closes a cycle with signing. */
  public static final Class<?> CYCLE = SigningThatKnowsTooMuch.class;

  private final Store store = new Store();

  /** Reveals what only the signer may see. */
  public int reveal(Secret secret) {
    return secret.reveal().length + store.hashCode();
  }
}
