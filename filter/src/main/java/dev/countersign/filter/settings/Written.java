package dev.countersign.filter.settings;

import dev.countersign.filter.access.SettingsException;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The init-params as they are written, read through the table. */
final class Written {

  private final Map<String, String> texts;
  private final Placeholders placeholders;

  /**
   * Refuses a name that is not in the table: a mistyped one would otherwise leave its default in
   * force unnoticed.
   */
  Written(Map<String, String> texts, Placeholders placeholders) {
    this.texts = Map.copyOf(texts);
    this.placeholders = placeholders;
    TreeSet<String> unknown = new TreeSet<>(texts.keySet());
    SettingsTable.names().forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new SettingsException(
          "Unknown setting " + String.join(", ", unknown) + ". " + SettingsTable.known());
    }
  }

  boolean has(Setting<?> setting) {
    return texts.containsKey(setting.name());
  }

  /** The value, or the fallback of the table. */
  <T> T value(Setting<T> setting) {
    T value = valueOrNull(setting);
    if (value == null) {
      throw new SettingsException(
          "The setting "
              + setting.name()
              + " is missing. It takes "
              + setting.form().takes()
              + ". "
              + SettingsTable.known());
    }
    return value;
  }

  /** The value; {@code null} where nothing is written and the table has no fallback. */
  <T> @Nullable T valueOrNull(Setting<T> setting) {
    String text = texts.get(setting.name());
    if (text == null) {
      String fallback = setting.fallback();
      return fallback == null ? null : setting.form().reader().apply(fallback);
    }
    String resolved = placeholders.resolve(setting.name(), text.strip());
    try {
      return setting.form().reader().apply(resolved);
    } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
      throw wrong(setting, text, e);
    }
  }

  /** Shows what is written, never what a placeholder stands for. */
  private static SettingsException wrong(Setting<?> setting, String text, RuntimeException e) {
    boolean telling =
        e.getClass() == IllegalArgumentException.class
            && e.getMessage() != null
            && !e.getMessage().isEmpty();
    return new SettingsException(
        "The setting "
            + setting.name()
            + " takes "
            + setting.form().takes()
            + ", not \""
            + text
            + "\""
            + (telling && !text.contains("${") ? ": " + e.getMessage() : "")
            + ". "
            + SettingsTable.known());
  }

  /** All settings in force, for the log; placeholders stay as written. */
  String summary() {
    return SettingsTable.ALL.stream()
        .map(setting -> setting.name() + '=' + texts.getOrDefault(setting.name(), inForce(setting)))
        .collect(Collectors.joining(", "));
  }

  private static String inForce(Setting<?> setting) {
    String fallback = setting.fallback();
    return fallback == null ? '(' + setting.absent() + ')' : fallback;
  }
}
