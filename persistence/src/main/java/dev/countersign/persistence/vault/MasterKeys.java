package dev.countersign.persistence.vault;

import dev.countersign.filter.access.SettingsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The master keys, the current one first; the others only open what was sealed before a rotation.
 * Immutable and thread-safe.
 *
 * <p>The setting {@code masterKey} is a list of sources, separated by commas; the first key of the
 * first source is the current one.
 *
 * <pre>
 * masterKey = source *( "," source )
 * source    = "file:" path [ "?create" ]     ; one key per line, "#" begins a comment line
 *           / "env:" name                    ; one key, or several separated by white space
 *           / "pkcs12:" path [ "#" alias ]   ; the secret keys of a PKCS#12 key store; with several, the alias is
 *                                            ; that of the current one; password in masterKeyPassword
 * key       = 32 bytes as base64 or as 64 hex characters
 * </pre>
 *
 * <p>{@code ?create} makes the file with a new key when it is not there, readable by its owner
 * only: for samples and development, because a file that was lost is then silently another key.
 */
public final class MasterKeys {

  private final Map<String, MasterKey> byId = new LinkedHashMap<>();
  private final MasterKey current;

  MasterKeys(List<MasterKey> keys) {
    keys.forEach(key -> byId.putIfAbsent(key.id(), key));
    this.current = keys.get(0);
  }

  /**
   * Reads the keys.
   *
   * @param setting the value of {@code masterKey}
   * @param password the value of {@code masterKeyPassword}, for key stores; {@code null} for none
   * @throws SettingsException if a source is not there, or holds no key; no message repeats a key
   *     or a password
   */
  public static MasterKeys load(String setting, @Nullable String password) {
    return load(setting, password, System::getenv);
  }

  static MasterKeys load(
      String setting, @Nullable String password, UnaryOperator<@Nullable String> environment) {
    List<MasterKey> keys = new ArrayList<>();
    for (String part : setting.split(",", -1)) {
      keys.addAll(source(part.trim(), password, environment));
    }
    return new MasterKeys(keys);
  }

  private static List<MasterKey> source(
      String source, @Nullable String password, UnaryOperator<@Nullable String> environment) {
    int colon = source.indexOf(':');
    String kind = colon < 0 ? "" : source.substring(0, colon);
    String rest = source.substring(colon + 1);
    return switch (kind) {
      case "file" -> KeyFile.read(rest);
      case "env" -> KeyLines.ofVariable(rest, environment.apply(rest));
      case "pkcs12" -> KeyStoreKeys.read(rest, password);
      // Not repeated: it may be a key, written where its place was asked for.
      default ->
          throw new SettingsException(
              "masterKey takes file:PATH, env:NAME or pkcs12:PATH, several separated by commas, the current key first");
    };
  }

  MasterKey current() {
    return current;
  }

  Optional<MasterKey> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Set<String> ids() {
    return Set.copyOf(byId.keySet());
  }

  /** The ids only. */
  @Override
  public String toString() {
    return "MasterKeys" + byId.keySet();
  }
}
