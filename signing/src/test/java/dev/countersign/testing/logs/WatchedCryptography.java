package dev.countersign.testing.logs;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;

/**
 * The JDK's HMACs and the cipher that seals secrets, computed by the JDK, with every key, every MAC
 * and every secret that is sealed or opened noted: what the signers of tests send, what the server
 * expects, be it ever so wrongly signed, and what it issues. Security providers that are not signed
 * are accepted by builds of OpenJDK only.
 */
final class WatchedCryptography extends Provider {

  private static final long serialVersionUID = 1L;
  private static final String NAME = "WatchedCryptography";
  private static final String JDK = "SunJCE";
  private static final String SEALING = "AES/GCM/NoPadding";
  private static final List<String> MACS =
      List.of("HmacSHA1", "HmacSHA256", "HmacSHA384", "HmacSHA512");

  private interface Made {
    Object from(String algorithm) throws GeneralSecurityException;
  }

  private WatchedCryptography() {
    super(NAME, "1", "HMACs and sealing of the JDK, noted");
    for (String mac : MACS) {
      putService(
          new Watched(this, mac, Mac.class, name -> new WatchedMac(Mac.getInstance(name, JDK))));
    }
    putService(
        new Watched(
            this, SEALING, Cipher.class, name -> new WatchedCipher(Cipher.getInstance(name, JDK))));
  }

  /** From now on, for all code of this JVM that names no provider. */
  static void install() {
    Security.insertProviderAt(new WatchedCryptography(), 1);
    try {
      for (String mac : MACS) {
        checkAsked(Mac.getInstance(mac).getProvider());
      }
      checkAsked(Cipher.getInstance(SEALING).getProvider());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void checkAsked(Provider provider) {
    if (!provider.getName().equals(NAME)) {
      throw new AssertionError(
          "this JDK takes cryptography from " + provider + ": run the tests with an OpenJDK");
    }
  }

  private static final class Watched extends Service {
    private final Made made;

    Watched(Provider provider, String algorithm, Class<?> type, Made made) {
      super(provider, type.getSimpleName(), algorithm, made.getClass().getName(), null, null);
      this.made = made;
    }

    @Override
    public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
      try {
        return made.from(getAlgorithm());
      } catch (GeneralSecurityException e) {
        throw new NoSuchAlgorithmException(e);
      }
    }
  }
}
