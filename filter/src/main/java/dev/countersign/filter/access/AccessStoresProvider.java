package dev.countersign.filter.access;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * Found by {@link java.util.ServiceLoader}: how a jar beside the filter opens the WAR's stores from
 * its settings.
 */
public interface AccessStoresProvider {

  /**
   * The names of all settings it knows, without the {@code countersign.} that stands before them in
   * {@code web.xml}.
   */
  Set<String> settingNames();

  /**
   * Opens the stores.
   *
   * @param settings the values that are set, by name, placeholders already resolved
   * @param clock the time of all decisions
   * @throws SettingsException if a setting is wrong: final, nothing is tried again
   * @throws StoreUnavailableException if the store cannot be reached now: tried again later
   */
  AccessStores open(Map<String, String> settings, InstantSource clock);
}
