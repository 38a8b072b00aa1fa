package dev.countersign.sample.vendors;

import dev.countersign.sample.wire.Application;
import java.util.Map;

/**
 * One thing for a client to do.
 *
 * @param port where the request goes: the recorder, on {@link #HOST}
 * @param application whose key and secret are used
 * @param options of the client's row
 */
record Errand(
    VendorRequest request, int port, Application application, Map<String, Object> options) {

  /** An address, because names lead some clients to IPv6 first. */
  static final String HOST = "127.0.0.1";

  String authority() {
    return HOST + ":" + port;
  }

  String url() {
    return "http://" + authority() + request.raw().target();
  }

  String option(String name, String otherwise) {
    return String.valueOf(options.getOrDefault(name, otherwise));
  }
}
