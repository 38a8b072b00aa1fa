package dev.countersign.console.rest;

import dev.countersign.persistence.management.Management;
import java.util.List;

/**
 * The REST interface over the management services: no rule lives here that they do not enforce. It
 * answers a web server and a command line alike. Thread-safe.
 */
public interface Rest {

  /**
   * Bytes of the largest body that a web server hands over; a call in this process may have more.
   */
  int BODY_LIMIT = 4 * 1024 * 1024;

  /** Over these services, which outlive it. */
  static Rest over(Management management) {
    return new RoutedRest(management, Routes.ALL);
  }

  /** Everything that it answers. */
  static List<Endpoint> endpoints() {
    return Routes.ALL.stream().map(Route::endpoint).toList();
  }

  /** Answers a call. Never throws: what fails is answered as a problem document. */
  Answer answer(Call call);
}
