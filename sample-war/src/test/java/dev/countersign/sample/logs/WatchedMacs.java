package dev.countersign.sample.logs;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import javax.crypto.Mac;

/**
 * The JDK's HMACs, computed by the JDK, and every key and every result noted: what the signers of
 * tests send, and what the server expects, be it ever so wrongly signed. Security providers that
 * are not signed are accepted by builds of OpenJDK only.
 */
final class WatchedMacs extends Provider {

  private static final long serialVersionUID = 1L;
  private static final String JDK = "SunJCE";

  private WatchedMacs() {
    super("WatchedMacs", "1", "HMACs of the JDK, noted");
    for (String name : List.of("HmacSHA1", "HmacSHA256", "HmacSHA384", "HmacSHA512")) {
      putService(new Watched(this, name));
    }
  }

  /** From now on, for all code of this JVM that names no provider. */
  static void install() {
    Security.insertProviderAt(new WatchedMacs(), 1);
    try {
      Provider asked = Mac.getInstance("HmacSHA256").getProvider();
      if (!(asked instanceof WatchedMacs)) {
        throw new AssertionError(
            "this JDK takes MACs from " + asked + ": run the tests with a build of OpenJDK");
      }
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Watched extends Service {
    Watched(Provider provider, String name) {
      super(provider, "Mac", name, WatchedMac.class.getName(), null, null);
    }

    @Override
    public Object newInstance(Object parameter) {
      try {
        return new WatchedMac(Mac.getInstance(getAlgorithm(), JDK));
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
  }
}
