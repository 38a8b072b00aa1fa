package dev.countersign.persistence;

import dev.countersign.filter.access.SettingsException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the settings, read one by one. No message repeats a value: it could be a secret in
 * the wrong place.
 */
final class WrittenSettings {

  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

  private final Map<String, String> settings;

  WrittenSettings(Map<String, String> settings) {
    this.settings = Map.copyOf(settings);
    Set<String> unknown = new TreeSet<>(this.settings.keySet());
    unknown.removeAll(StoreSetting.names());
    if (!unknown.isEmpty()) {
      throw new SettingsException(
          "the store has no setting " + unknown + "; it has " + StoreSetting.names());
    }
  }

  boolean has(StoreSetting setting) {
    return textOrNull(setting) != null;
  }

  @Nullable String textOrNull(StoreSetting setting) {
    String text = settings.get(setting.settingName());
    return text == null || text.isBlank() ? setting.fallback().orElse(null) : text.strip();
  }

  String text(StoreSetting setting) {
    String text = textOrNull(setting);
    if (text == null) {
      throw new SettingsException(
          "the setting " + setting.settingName() + " is missing; it takes " + setting.takes());
    }
    return text;
  }

  Duration duration(StoreSetting setting, Duration least, Duration most) {
    Matcher matcher = DURATION.matcher(text(setting));
    if (!matcher.matches()) {
      throw wrong(setting);
    }
    long count = Long.parseLong(matcher.group(1));
    Duration duration =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          default -> Duration.ofHours(count);
        };
    if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
      throw wrong(setting);
    }
    return duration;
  }

  <E extends Enum<E>> E choice(StoreSetting setting, Class<E> type) {
    String text = text(setting);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
        return constant;
      }
    }
    throw wrong(setting);
  }

  SettingsException wrong(StoreSetting setting) {
    return new SettingsException(
        "the setting " + setting.settingName() + " has a wrong value; it takes " + setting.takes());
  }
}
