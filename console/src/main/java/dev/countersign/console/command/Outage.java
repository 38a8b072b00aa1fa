package dev.countersign.console.command;

import dev.countersign.filter.access.Causes;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why no answer came, in words. */
final class Outage {

  private static final String NO_TLS =
      "no TLS connection comes about; is its certificate one that is trusted here?";

  private Outage() {}

  /** Whether the same will happen again. */
  static boolean isLasting(IOException failure) {
    return words(failure).equals(NO_TLS);
  }

  static String words(IOException failure) {
    String words = null;
    // The innermost cause is the most precise one.
    for (Throwable cause : Causes.of(failure)) {
      String known = known(cause);
      words = known == null ? words : known;
    }
    return words == null ? "the connection broke" : words;
  }

  private static @Nullable String known(Throwable cause) {
    if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
      return "nobody knows a host of this name";
    }
    if (cause instanceof SSLException) {
      return NO_TLS;
    }
    if (cause instanceof HttpTimeoutException || isTimeout(cause)) {
      return "not in time";
    }
    return cause instanceof ConnectException ? "nobody listens there" : null;
  }

  /** The client says so of its own time-out. */
  private static boolean isTimeout(Throwable cause) {
    return cause instanceof ConnectException
        && String.valueOf(cause.getMessage()).contains("timed out");
  }
}
