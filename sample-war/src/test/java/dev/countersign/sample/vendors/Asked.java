package dev.countersign.sample.vendors;

import dev.countersign.sample.wire.RawRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts of a request that a client must send as it was asked to: one that drops what it cannot
 * sign would pass without having been tested. How it spells them is its own choice.
 */
enum Asked {
  METHOD,
  PATH,
  QUERY,
  BODY;

  private static final String SIGNATURE_IN_THE_QUERY = "X-Amz-";

  boolean isSent(VendorRequest asked, RawRequest sent) {
    return switch (this) {
      case METHOD -> sent.method().equals(asked.raw().method());
      case PATH -> meaning(path(sent)).equals(meaning(asked.path()));
      case QUERY -> parameters(query(sent)).equals(parameters(asked.query()));
      // Forms are also written by clients themselves. Bodies are no secrets, nor is this the
      // server.
      case BODY ->
          asked.form().isEmpty()
              ? Arrays.equals(sent.body(), asked.raw().body())
              : parameters(text(sent.body())).equals(parameters(text(asked.raw().body())));
    };
  }

  private static String path(RawRequest request) {
    return request.target().split("\\?", 2)[0];
  }

  private static String query(RawRequest request) {
    String target = request.target();
    return target.contains("?") ? target.substring(target.indexOf('?') + 1) : "";
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.ISO_8859_1);
  }

  /** In any order; a name without a value is one with an empty value. */
  private static List<String> parameters(String query) {
    return Stream.of(query.split("&"))
        .filter(pair -> !pair.isEmpty() && !pair.startsWith(SIGNATURE_IN_THE_QUERY))
        .map(pair -> meaning(pair.contains("=") ? pair : pair + "="))
        .sorted()
        .toList();
  }

  /** Clients differ in whether a plus sign is a blank. */
  private static String meaning(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8).replace('+', ' ');
  }
}
