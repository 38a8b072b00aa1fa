package dev.countersign.sample.vendors;

import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawRequest.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a client is asked to sign.
 *
 * @param raw method, target with everything encoded, headers of the application, body
 * @param form the decoded pairs of the body, for clients that build forms themselves; else empty
 * @param date the instant to sign with, or empty for the client's own clock
 */
record VendorRequest(RawRequest raw, List<Field> form, Optional<Instant> date) {

  VendorRequest with(RawRequest other) {
    return new VendorRequest(other, form, date);
  }

  VendorRequest at(Instant instant) {
    return new VendorRequest(raw, form, Optional.of(instant));
  }

  String path() {
    return raw.target().split("\\?", 2)[0];
  }

  /** As it is to be sent, without the question mark. */
  String query() {
    String[] parts = raw.target().split("\\?", 2);
    return parts.length < 2 ? "" : parts[1];
  }

  boolean hasBody() {
    return raw.body().length > 0;
  }

  /** With one more character at the end of the body; of a form, at the end of the last value. */
  VendorRequest withLongerBody(String more) {
    byte[] longer = Bodies.append(raw.body(), more);
    List<Field> pairs = new ArrayList<>(form);
    if (!pairs.isEmpty()) {
      Field last = pairs.remove(pairs.size() - 1);
      pairs.add(new Field(last.name(), last.value() + more));
    }
    return new VendorRequest(raw.body(longer), List.copyOf(pairs), date);
  }
}
