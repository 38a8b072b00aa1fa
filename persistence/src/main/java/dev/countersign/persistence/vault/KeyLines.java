package dev.countersign.persistence.vault;

import dev.countersign.filter.access.SettingsException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keys written as text. */
final class KeyLines {

  private KeyLines() {}

  static List<MasterKey> ofVariable(String name, @Nullable String value) {
    if (value == null) {
      throw new SettingsException(
          "masterKey names the environment variable " + name + ", which is not set");
    }
    String where = "the environment variable " + name;
    return keys(Arrays.stream(value.split("\\s+", -1)), where);
  }

  static List<MasterKey> ofLines(Stream<String> lines, String where) {
    return keys(lines.map(String::strip).filter(line -> !line.startsWith("#")), where);
  }

  private static List<MasterKey> keys(Stream<String> texts, String where) {
    List<MasterKey> keys =
        texts.filter(text -> !text.isEmpty()).map(text -> MasterKey.ofText(text, where)).toList();
    if (keys.isEmpty()) {
      throw new SettingsException("masterKey names " + where + ", which holds no key");
    }
    return keys;
  }
}
