package dev.countersign.persistence.vault;

import dev.countersign.filter.access.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys in a PKCS#12 key store (RFC 7292), as {@code keytool -genseckey -keyalg AES -keysize 256}
 * puts them there.
 */
final class KeyStoreKeys {

  private KeyStoreKeys() {}

  static List<MasterKey> read(String source, @Nullable String password) {
    int hash = source.lastIndexOf('#');
    String name = hash < 0 ? source : source.substring(0, hash);
    String currentAlias = hash < 0 ? null : source.substring(hash + 1);
    if (password == null) {
      throw new SettingsException(
          "masterKey names the key store " + name + ", so masterKeyPassword is needed");
    }
    try (InputStream bytes = Files.newInputStream(Path.of(name))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(bytes, password.toCharArray());
      return keys(store, ordered(store, name, currentAlias), password, name);
    } catch (IOException | InvalidPathException | GeneralSecurityException e) {
      throw new SettingsException(
          "the key store "
              + name
              + " cannot be opened: look at the path in masterKey and at masterKeyPassword",
          e);
    }
  }

  private static List<String> ordered(KeyStore store, String name, @Nullable String currentAlias)
      throws GeneralSecurityException {
    List<String> aliases = new ArrayList<>(Collections.list(store.aliases()));
    Collections.sort(aliases);
    if (currentAlias == null) {
      if (aliases.size() > 1) {
        throw new SettingsException(
            "the key store "
                + name
                + " holds several keys: name the current one, as in pkcs12:"
                + name
                + "#alias");
      }
      return aliases;
    }
    if (!aliases.remove(currentAlias)) {
      throw new SettingsException("the key store " + name + " has no entry " + currentAlias);
    }
    aliases.add(0, currentAlias);
    return aliases;
  }

  private static List<MasterKey> keys(
      KeyStore store, List<String> aliases, String password, String name)
      throws GeneralSecurityException {
    List<MasterKey> keys = new ArrayList<>();
    for (String alias : aliases) {
      Key key = store.getKey(alias, password.toCharArray());
      byte[] bytes = key == null ? null : key.getEncoded();
      if (bytes == null) {
        throw new SettingsException(
            "the entry " + alias + " of the key store " + name + " is not a secret key");
      }
      keys.add(MasterKey.ofBytes(bytes, "the key store " + name));
    }
    if (keys.isEmpty()) {
      throw new SettingsException("the key store " + name + " holds no key");
    }
    return keys;
  }
}
