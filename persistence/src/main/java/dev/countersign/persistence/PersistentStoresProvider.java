package dev.countersign.persistence;

import dev.countersign.filter.access.AccessStores;
import dev.countersign.filter.access.AccessStoresProvider;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** How the filter finds {@link PersistentStores}. */
public final class PersistentStoresProvider implements AccessStoresProvider {

  /** For {@link java.util.ServiceLoader}. */
  public PersistentStoresProvider() {}

  @Override
  public Set<String> settingNames() {
    return StoreSetting.names();
  }

  @Override
  public AccessStores open(Map<String, String> settings, InstantSource clock) {
    return PersistentStores.open(StoreSettings.read(settings), clock);
  }
}
