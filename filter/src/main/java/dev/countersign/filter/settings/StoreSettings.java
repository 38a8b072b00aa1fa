package dev.countersign.filter.settings;

import dev.countersign.filter.access.SettingsException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The settings of the WAR's store: context-params whose names begin with {@code countersign.}. */
public final class StoreSettings {

  /**
   * Stands before each name, so that the application's own context-params never collide with them.
   */
  public static final String PREFIX = "countersign.";

  private StoreSettings() {}

  /**
   * The settings of a store by their bare names, placeholders resolved.
   *
   * @param contextParameters all context-params of the WAR
   * @param known the bare names that the store knows
   * @throws SettingsException if one is unknown, or a placeholder cannot be resolved
   */
  public static Map<String, String> read(Map<String, String> contextParameters, Set<String> known) {
    Placeholders placeholders = new Placeholders(System::getenv);
    Map<String, String> settings = new TreeMap<>();
    contextParameters.forEach(
        (name, written) -> {
          if (name.startsWith(PREFIX)) {
            settings.put(bare(name, known), placeholders.resolve(name, written.strip()));
          }
        });
    return settings;
  }

  private static String bare(String name, Set<String> known) {
    String bare = name.substring(PREFIX.length());
    if (!known.contains(bare)) {
      Set<String> taken = new TreeSet<>();
      known.forEach(each -> taken.add(PREFIX + each));
      throw new SettingsException(
          "Unknown context-param " + name + ". Known: " + String.join(", ", taken) + ".");
    }
    return bare;
  }
}
