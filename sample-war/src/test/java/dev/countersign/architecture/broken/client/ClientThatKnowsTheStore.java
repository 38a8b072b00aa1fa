package dev.countersign.architecture.broken.client;

import dev.countersign.architecture.broken.persistence.Store;

/** A caller's library that drags the server along. */
public final class ClientThatKnowsTheStore {

  private final Store store = new Store();

  /** Calls it. */
  public int entries() {
    return store.hashCode();
  }
}
