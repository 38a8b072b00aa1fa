package dev.countersign.filter.settings;

import org.jspecify.annotations.Nullable;

/**
 * One row of the table of settings.
 *
 * @param name of the init-param
 * @param fallback the text that stands when nothing is written; {@code null} where absence has a
 *     meaning of its own
 * @param absent that meaning in words, empty where there is a fallback
 * @param form what it takes
 * @param meaning one sentence of documentation
 */
record Setting<T>(
    String name, @Nullable String fallback, String absent, ValueForm<T> form, String meaning) {

  static <T> Setting<T> of(String name, String fallback, ValueForm<T> form, String meaning) {
    return new Setting<>(name, fallback, "", form, meaning);
  }

  static <T> Setting<T> optional(String name, String absent, ValueForm<T> form, String meaning) {
    return new Setting<>(name, null, absent, form, meaning);
  }
}
