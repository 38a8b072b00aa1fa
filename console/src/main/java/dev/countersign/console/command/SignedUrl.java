package dev.countersign.console.command;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what is to be sent, so that curl sends exactly what is signed. */
final class SignedUrl {

  private SignedUrl() {}

  /**
   * @throws CommandFault if curl would send it otherwise than it is written
   */
  static URI of(String written) {
    try {
      URI uri = URI.create(written);
      if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
        throw wrong();
      }
      if (!uri.getRawPath().isEmpty()) {
        return uri;
      }
      String query = uri.getRawQuery();
      return URI.create(
          uri.getScheme()
              + "://"
              + uri.getRawAuthority()
              + "/"
              + (query == null ? "" : "?" + query));
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
  }

  private static CommandFault wrong() {
    return CommandFault.usage(
        "URL is absolute, with a host, without user and fragment, and with % escapes where needed");
  }

  /** Each header once, white space around its value removed. */
  static Map<String, String> headers(List<String> written) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : written) {
      int colon = line.indexOf(':');
      String value = line.substring(colon + 1).strip();
      if (colon < 1 || value.isEmpty()) {
        throw CommandFault.usage("--header takes 'NAME: VALUE'");
      }
      if (headers.putIfAbsent(line.substring(0, colon).strip(), value) != null) {
        throw CommandFault.usage("each header is sent once");
      }
    }
    return headers;
  }
}
