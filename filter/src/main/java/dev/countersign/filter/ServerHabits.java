package dev.countersign.filter;

import dev.countersign.filter.deployment.Finding;
import java.util.Locale;
import java.util.Optional;

/** What a server does to requests before any filter sees them, as far as it can be told not to. */
final class ServerHabits {

  private ServerHabits() {}

  /** What is to be known of the server that calls itself so. */
  static Optional<Finding> of(String serverInfo) {
    return serverInfo.toLowerCase(Locale.ROOT).startsWith("jetty/")
        ? Optional.of(
            new Finding(
                Finding.Weight.NOTE,
                "runs on Jetty, which by itself shows common header values in a spelling of its own: who signs"
                    + " Content-Type: application/json;charset=utf-8 is refused with signature-invalid. Set"
                    + " headerCacheCaseSensitive of the connector's HttpConfiguration, if that is not done."))
        : Optional.empty();
  }
}
