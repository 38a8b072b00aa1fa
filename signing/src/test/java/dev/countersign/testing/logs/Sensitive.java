package dev.countersign.testing.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the tests tell what no log of this run may hold. MACs, the keys they are made with and what
 * is sealed need not be told: {@link WatchedCryptography} sees them all, the server's own too.
 * Thread-safe.
 */
public final class Sensitive {

  static final Needles NEEDLES = new Needles();

  private static final Set<String> CREDENTIALS =
      Set.of("authorization", "x-app-signature", "x-ca-signature", "signature");
  private static final Pattern SCHEME = Pattern.compile("^[\\w-]*( |$)");
  private static final Pattern END = Pattern.compile("[^A-Za-z0-9+/_-]+$");

  static {
    // The end of a scope, which is all that a changed header may end in.
    NEEDLES.known("jdcloud3_request");
    // The begin of a value, where garbage follows it.
    NEEDLES.known("AWS4-HMAC-SHA256");
    NEEDLES.known("JDCLOUD2-HMAC-SHA256");
    NEEDLES.known("JDCLOUD3-HMAC-SHA256");
  }

  private Sensitive() {}

  /** How many MACs were computed so far, by tests and by the server. */
  public static long macs() {
    return WatchedMac.computed();
  }

  /** A secret that somebody uses or is shown; also looked for in what was logged lately. */
  public static void secret(String secret) {
    if (NEEDLES.secret(secret)) {
      LogWatch.RUN.lookBack();
    }
  }

  /** An id, which logs may hold although attacks try it as a secret. */
  public static void known(String id) {
    NEEDLES.known(id);
  }

  /** A file with a secret and nothing else, where there is one. */
  public static void file(Path file) {
    try {
      if (Files.exists(file)) {
        secret(Files.readString(file).strip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is sent as target, cookie or form. Servers log these, and so a signature that a caller
   * puts there; nobody else may.
   */
  public static void placed(String text) {
    NEEDLES.place(text);
    NEEDLES.place(text.replaceAll("(?i)%2b", "+").replaceAll("(?i)%2f", "/"));
  }

  /**
   * A header that is sent. Of a credential its last characters are looked for: they are of the
   * signature, password or token, and not of what stands in logs rightly.
   */
  public static void sent(String name, String value) {
    if (CREDENTIALS.contains(name.toLowerCase(Locale.ROOT))) {
      String text = END.matcher(SCHEME.matcher(value).replaceFirst("")).replaceFirst("");
      NEEDLES.token(text.substring(Math.max(0, text.length() - Windows.LENGTH)));
    }
  }
}
