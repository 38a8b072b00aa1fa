package dev.countersign.filter.settings;

import dev.countersign.filter.access.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Resolves <code>${env:NAME}</code> and <code>${file:PATH}</code> inside a value. What stays
 * unresolved is a fault: a reference that is taken literally would become a secret that everybody
 * who reads the file knows. Immutable and thread-safe.
 */
public final class Placeholders {

  private static final String OPEN = "${";
  private static final String ENV = "env:";
  private static final String FILE = "file:";
  private static final long MAX_FILE_BYTES = 65536;

  private final UnaryOperator<@Nullable String> environment;

  /** Placeholders over these environment variables, {@code null} for one that is not set. */
  Placeholders(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  /**
   * Settings as the filter would understand them: each value stripped, and its references replaced
   * by environment variables of this process and contents of files in UTF-8, without a final line
   * break.
   *
   * @param settings values as written, by the name of the setting
   * @return a new map
   * @throws SettingsException if a reference is not closed or not known, or what it names is not
   *     there, empty or above 64 KiB; the message names the setting, never a value
   */
  public static Map<String, String> resolved(Map<String, String> settings) {
    Placeholders placeholders = new Placeholders(System::getenv);
    Map<String, String> resolved = new TreeMap<>();
    settings.forEach(
        (name, written) -> resolved.put(name, placeholders.resolve(name, written.strip())));
    return resolved;
  }

  String resolve(String setting, String written) {
    StringBuilder resolved = new StringBuilder();
    int from = 0;
    for (int at = written.indexOf(OPEN); at >= 0; at = written.indexOf(OPEN, from)) {
      int end = written.indexOf('}', at);
      if (end < 0) {
        throw new SettingsException("The setting " + setting + " holds ${ without its }.");
      }
      resolved
          .append(written, from, at)
          .append(value(setting, written.substring(at + OPEN.length(), end)));
      from = end + 1;
    }
    return resolved.append(written.substring(from)).toString();
  }

  private String value(String setting, String reference) {
    if (reference.startsWith(ENV)) {
      String value = environment.apply(reference.substring(ENV.length()));
      return found(setting, reference, value, "the environment variable is not set or empty");
    }
    if (reference.startsWith(FILE)) {
      String value = content(reference.substring(FILE.length()));
      return found(setting, reference, value, "the file cannot be read, is empty or above 64 KiB");
    }
    // Not repeated: it may be a part of a password that holds these characters.
    throw new SettingsException(
        "The setting "
            + setting
            + " holds ${...}, which is neither ${env:NAME} nor ${file:PATH}; no other is known.");
  }

  private static String found(
      String setting, String reference, @Nullable String value, String otherwise) {
    if (value == null || value.isEmpty()) {
      throw unresolved(setting, reference, otherwise);
    }
    return value;
  }

  private static SettingsException unresolved(String setting, String reference, String why) {
    return new SettingsException(
        "The setting " + setting + " holds ${" + reference + "}, but " + why + ".");
  }

  private static @Nullable String content(String path) {
    try {
      Path file = Path.of(path);
      if (Files.size(file) > MAX_FILE_BYTES) {
        return null;
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      int newline = text.endsWith("\r\n") ? 2 : text.endsWith("\n") ? 1 : 0;
      return text.substring(0, text.length() - newline);
    } catch (IOException | InvalidPathException unreadable) {
      return null;
    }
  }
}
