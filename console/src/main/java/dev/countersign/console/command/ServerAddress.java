package dev.countersign.console.command;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Where a console is. */
final class ServerAddress {

  private ServerAddress() {}

  /**
   * What was written, as an address to which a password may be sent.
   *
   * @throws CommandFault if it is none
   */
  static URI of(String written) {
    URI uri = parsed(written);
    if (uri == null
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
      throw CommandFault.usage(
          "--server takes the address of a console, such as https://host/app/console");
    }
    if (uri.getScheme().equals("http") && !isThisMachine(uri.getHost())) {
      throw CommandFault.usage(
          "--server over http would send the password for all to read: use https");
    }
    return uri;
  }

  /** The root of its REST interface. */
  static URI root(URI console) {
    String text = console.toString();
    return URI.create(
        (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + "/api/v1");
  }

  private static @Nullable URI parsed(String written) {
    try {
      return URI.create(written);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean isThisMachine(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
