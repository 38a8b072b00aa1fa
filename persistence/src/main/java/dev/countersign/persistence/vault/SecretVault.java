package dev.countersign.persistence.vault;

import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.signing.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals secrets and opens them, with AES-256-GCM (NIST SP 800-38D) and a random 96-bit IV. The
 * application and the slot are associated data, so a ciphertext that is copied into another row
 * does not open there: whoever can write to the database cannot give an application a secret that
 * he knows. Thread-safe.
 */
public final class SecretVault {

  private static final byte FORMAT = 1;
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEAD_BYTES = 1 + IV_BYTES;

  private final MasterKeys keys;
  private final SecureRandom random = new SecureRandom();

  /** A vault with these keys. */
  public SecretVault(MasterKeys keys) {
    this.keys = keys;
  }

  /** Seals the secret for this application and slot, with the current key. */
  public SealedSecret seal(String applicationId, int slot, Secret secret) {
    byte[] iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    byte[] plain = secret.reveal();
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, keys.current().key(), iv, applicationId, slot).doFinal(plain);
      byte[] bytes =
          ByteBuffer.allocate(HEAD_BYTES + sealed.length).put(FORMAT).put(iv).put(sealed).array();
      return new SealedSecret(keys.current().id(), bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot seal with AES-256-GCM", e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /**
   * Opens the secret of this application and slot.
   *
   * @throws StoreUnavailableException if it was sealed for another row, with a key that is not
   *     here, or was altered; there is nothing to fall back on
   */
  public Secret open(String applicationId, int slot, SealedSecret sealed) {
    MasterKey key =
        keys.find(sealed.masterKeyId())
            .orElseThrow(
                () ->
                    new StoreUnavailableException(
                        "no master key " + sealed.masterKeyId() + " is configured"));
    byte[] bytes = sealed.bytes();
    if (bytes.length <= HEAD_BYTES || bytes[0] != FORMAT) {
      throw unreadable(applicationId, slot, null);
    }
    byte[] iv = Arrays.copyOfRange(bytes, 1, HEAD_BYTES);
    try {
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, key.key(), iv, applicationId, slot)
              .doFinal(bytes, HEAD_BYTES, bytes.length - HEAD_BYTES);
      return Secret.ofBytes(plain);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw unreadable(applicationId, slot, e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] iv, String applicationId, int slot)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
    String row = "countersign secret\n" + applicationId + "\n" + slot;
    cipher.updateAAD(row.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static StoreUnavailableException unreadable(
      String applicationId, int slot, @Nullable Exception cause) {
    String message = "secret " + slot + " of application " + applicationId + " cannot be opened";
    return cause == null
        ? new StoreUnavailableException(message)
        : new StoreUnavailableException(message, cause);
  }
}
