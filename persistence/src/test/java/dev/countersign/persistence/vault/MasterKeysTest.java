package dev.countersign.persistence.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.SettingsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {

  private static final String OLD = "b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZC4=";
  private static final String NEW =
      "6e65772d6e65772d6e65772d6e65772d6e65772d6e65772d6e65772d6e65772e";

  /**
   * {@code printf 'countersign master key id' | openssl dgst -sha256 -mac HMAC -macopt hexkey:...},
   * the first 32 characters; the key is OLD in hex.
   */
  private static final String OLD_ID = "40c47d4b10e0e8083a45f892deeaf1cb";

  @TempDir private Path folder;

  @Test
  void idOfAKey_isTheOneThatOpensslComputes() {
    assertEquals(OLD_ID, load("env:K", OLD).current().id());
  }

  @Test
  void fileWithTwoKeys_firstIsCurrent() throws IOException {
    Path file =
        Files.writeString(folder.resolve("keys"), "# new first\n" + NEW + "\n\n" + OLD + "\n");
    MasterKeys keys = load("file:" + file, "");
    assertEquals(load("env:K", NEW).current().id(), keys.current().id());
    assertTrue(keys.find(OLD_ID).isPresent());
  }

  @Test
  void severalSources_firstOfTheFirstIsCurrent() throws IOException {
    Path file = Files.writeString(folder.resolve("keys"), OLD);
    MasterKeys keys = load("env:K, file:" + file, NEW);
    assertEquals(load("env:K", NEW).current().id(), keys.current().id());
    assertEquals(2, keys.ids().size());
  }

  @Test
  void createOnMissingFile_makesAKeyForItsOwnerAndKeepsIt() throws IOException {
    Path file = folder.resolve("deeper/keys");
    MasterKeys made = load("file:" + file + "?create", "");
    assertEquals(made.current().id(), load("file:" + file + "?create", "").current().id());
    assertEquals(made.current().id(), load("file:" + file, "").current().id());
    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
  }

  @Test
  void severalAtOnceWithCreate_allReadTheOneKeyAndLeaveNoDraft() throws Exception {
    ExecutorService processes = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 20; round++) {
        Path file = folder.resolve("round-" + round + "/keys");
        Callable<String> start = () -> load("file:" + file + "?create", "").current().id();
        Set<String> ids = new HashSet<>();
        for (Future<String> id : processes.invokeAll(Collections.nCopies(8, start))) {
          ids.add(id.get());
        }
        assertEquals(1, ids.size());
        assertEquals(1, file.getParent().toFile().list().length);
      }
    } finally {
      processes.shutdownNow();
    }
  }

  @Test
  void missingFileWithoutCreate_isRefusedAndNotMade() {
    Path file = folder.resolve("keys");
    SettingsException missing =
        assertThrows(SettingsException.class, () -> load("file:" + file, ""));
    assertTrue(missing.getMessage().contains(file + ", which is not there"), missing.getMessage());
    assertTrue(missing.getMessage().contains("openssl rand"), missing.getMessage());
    assertFalse(Files.exists(file));
  }

  @Test
  void keyStoreWithTwoKeys_needsTheAliasOfTheCurrentOne() throws Exception {
    Path file = keyStore();
    assertThrows(SettingsException.class, () -> MasterKeys.load("pkcs12:" + file, "pass-word"));
    MasterKeys keys = MasterKeys.load("pkcs12:" + file + "#second", "pass-word");
    assertEquals(load("env:K", NEW).current().id(), keys.current().id());
    assertEquals(Set.of(OLD_ID, keys.current().id()), keys.ids());
    assertThrows(
        SettingsException.class, () -> MasterKeys.load("pkcs12:" + file + "#third", "pass-word"));
    assertThrows(
        SettingsException.class, () -> MasterKeys.load("pkcs12:" + file + "#second", "wrong"));
    assertThrows(
        SettingsException.class, () -> MasterKeys.load("pkcs12:" + file + "#second", null));
  }

  private Path keyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    put(store, "first", Base64.getDecoder().decode(OLD));
    put(store, "second", HexFormat.of().parseHex(NEW));
    Path file = folder.resolve("keys.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, "pass-word".toCharArray());
    }
    return file;
  }

  private static void put(KeyStore store, String alias, byte[] key)
      throws GeneralSecurityException {
    KeyStore.SecretKeyEntry entry = new KeyStore.SecretKeyEntry(new SecretKeySpec(key, "AES"));
    store.setEntry(alias, entry, new KeyStore.PasswordProtection("pass-word".toCharArray()));
  }

  @Test
  void wrongKeys_areRefusedWithoutRepeatingThem() {
    for (String wrong :
        new String[] {"c2hvcnQ=", "not base64 ???", OLD.substring(4), NEW.replace('6', 'x')}) {
      SettingsException refused = assertThrows(SettingsException.class, () -> load("env:K", wrong));
      assertFalse(refused.getMessage().contains(wrong), wrong);
    }
    assertThrows(SettingsException.class, () -> load("env:K", " "));
    assertThrows(SettingsException.class, () -> MasterKeys.load("env:COUNTERSIGN_NOT_SET", null));
    SettingsException inPlace =
        assertThrows(SettingsException.class, () -> MasterKeys.load(OLD, null));
    assertFalse(inPlace.getMessage().contains(OLD));
  }

  @Test
  void printedKeys_showNoKey() {
    MasterKeys keys = load("env:K", OLD);
    assertFalse(("" + keys + keys.current()).contains(OLD));
  }

  private static MasterKeys load(String setting, String variable) {
    return MasterKeys.load(setting, null, name -> variable);
  }
}
