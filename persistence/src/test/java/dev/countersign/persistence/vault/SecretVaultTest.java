package dev.countersign.persistence.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.signing.Secret;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SecretVaultTest {

  private static final String OLD = "b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZC4=";
  private static final String NEW =
      "6e65772d6e65772d6e65772d6e65772d6e65772d6e65772d6e65772d6e65772e";
  private static final Secret SECRET = Secret.ofText("a secret of some length");

  private final SecretVault vault = vault(OLD);

  private static SecretVault vault(String keys) {
    return new SecretVault(MasterKeys.load("env:K", null, name -> keys));
  }

  private static String currentKeyId(String keys) {
    return MasterKeys.load("env:K", null, name -> keys).current().id();
  }

  @Test
  void sealedSecret_opensInItsRowOnly() {
    SealedSecret sealed = vault.seal("a1", 1, SECRET);
    assertArrayEquals(SECRET.reveal(), vault.open("a1", 1, sealed).reveal());
    assertThrows(StoreUnavailableException.class, () -> vault.open("a2", 1, sealed));
    assertThrows(StoreUnavailableException.class, () -> vault.open("a1", 2, sealed));
  }

  @Test
  void anyChangedByte_isRefused() {
    byte[] bytes = vault.seal("a1", 1, SECRET).bytes();
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      SealedSecret tampered = new SealedSecret(currentKeyId(OLD), changed);
      assertThrows(
          StoreUnavailableException.class, () -> vault.open("a1", 1, tampered), "byte " + i);
    }
  }

  @Test
  void emptyOrShortCiphertext_isRefused() {
    byte[] bytes = vault.seal("a1", 1, SECRET).bytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      SealedSecret broken = new SealedSecret(currentKeyId(OLD), cut);
      assertThrows(StoreUnavailableException.class, () -> vault.open("a1", 1, broken));
    }
  }

  @Test
  void sameSecretTwice_sealsToDifferentBytesWithoutThePlainText() {
    byte[] one = vault.seal("a1", 1, SECRET).bytes();
    byte[] two = vault.seal("a1", 1, SECRET).bytes();
    assertFalse(HexFormat.of().formatHex(one).equals(HexFormat.of().formatHex(two)));
    assertFalse(new String(one, UTF_8).contains("secret"));
  }

  @Test
  void rotatedKeys_openOldSecretsAndSealWithTheFirst() {
    SealedSecret old = vault.seal("a1", 1, SECRET);
    SecretVault rotated = vault(NEW + " " + OLD);
    assertArrayEquals(SECRET.reveal(), rotated.open("a1", 1, old).reveal());
    assertEquals(currentKeyId(NEW), rotated.seal("a1", 1, SECRET).masterKeyId());
    assertThrows(StoreUnavailableException.class, () -> vault(NEW).open("a1", 1, old));
  }

  @Test
  void wrongKeyUnderTheRightId_isRefused() {
    SealedSecret foreign = new SealedSecret(currentKeyId(NEW), vault.seal("a1", 1, SECRET).bytes());
    assertThrows(StoreUnavailableException.class, () -> vault(NEW).open("a1", 1, foreign));
  }

  /**
   * The layout, pinned by another implementation. Made with Python's cryptography package: {@code
   * b'\x01' + iv + AESGCM(key).encrypt(iv, b'a secret of some length', b'countersign
   * secret\na1\n1')} with key {@code b'old-'*7 + b'old.'} and iv {@code bytes(range(12))}.
   */
  @Test
  void ciphertextOfAnotherProgram_opens() {
    byte[] foreign =
        Base64.getDecoder()
            .decode("AQABAgMEBQYHCAkKC/zRWAdo5/vBceH/cP1zmAyuRHGiD0Mlz1pME+apcrkVp7ZDhWe1+w==");
    SealedSecret sealed = new SealedSecret(currentKeyId(OLD), foreign);
    assertEquals("a secret of some length", vault.open("a1", 1, sealed).revealText());
  }
}
