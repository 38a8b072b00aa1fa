package dev.countersign.sample.vendors;

import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All cases of one client. What goes wrong is collected, so that one run shows all of it. */
final class VendorRun {

  private static final Set<String> REFUSALS = Set.of("signature-invalid", "body-mismatch", "stale");

  private final Courier courier;
  private final ClientEntry entry;
  private final Tally tally = new Tally();
  private final List<String> failures = new ArrayList<>();

  VendorRun(Courier courier) {
    this.courier = courier;
    this.entry = courier.entry();
  }

  Tally tally() {
    return tally;
  }

  List<String> failures() {
    return failures;
  }

  void perform(RequestCase one) {
    if (!entry.can(one.id())) {
      return;
    }
    VendorRequest request = one.below(courier.site().path() + "/echo/" + entry.id());
    try {
      if (entry.refused().containsKey(one.id())) {
        refused(one, request);
      } else {
        admitted(one, request);
      }
    } catch (Exception e) {
      failures.add(one.id() + ": " + e);
    }
  }

  private void refused(RequestCase one, VendorRequest request) throws Exception {
    RawRequest signed = courier.hold(request);
    RawResponse answer = courier.site().refused(signed);
    tally.refusedAsListed();
    expect(entry.refused().get(one.id()).code().equals(answer.code()), one.id(), signed, answer);
  }

  private void admitted(RequestCase one, VendorRequest request) throws Exception {
    RawRequest first = admitted(one.id(), request);
    long before = courier.site().invocations();
    for (Tamper tamper : Tamper.values()) {
      if (entry.can(one, "tamper:" + tamper)) {
        tampered(one.id() + " " + tamper, tamper, request, first);
      }
    }
    long after = courier.site().invocations();
    if (after != before + 1) {
      failures.add(one.id() + ": the servlet saw " + (after - before - 1) + " tampered requests");
    }
    for (Tamper tamper : Tamper.values()) {
      Optional<VendorRequest> changed = tamper.logical(request, entry);
      if (changed.isPresent() && entry.can(one, "again:" + tamper)) {
        admitted(one.id() + " " + tamper + " signed again", changed.get());
      }
    }
  }

  private RawRequest admitted(String what, VendorRequest request) throws Exception {
    Recorder.Recorded recorded = courier.send(request);
    RawRequest sent = recorded.request();
    RawResponse answer = recorded.answer().orElseThrow();
    tally.admitted();
    expect(answer.status() == 200, what, sent, answer);
    for (Asked part : Asked.values()) {
      if (entry.can("asked:" + part) && !part.isSent(request, sent)) {
        failures.add(what + ": the client sent another " + part + ": " + sent.target());
      }
    }
    return sent;
  }

  private void tampered(String what, Tamper tamper, VendorRequest request, RawRequest recorded)
      throws Exception {
    // A body is proved last, when nonce or signature are used up: so it is another, unused one.
    RawRequest signed = tamper == Tamper.BODY ? courier.hold(unused(request)) : recorded;
    RawRequest changed = tamper.recorded(signed, entry);
    RawResponse answer = courier.site().send(changed);
    tally.tampered();
    boolean told = answer.status() == 401 && REFUSALS.contains(answer.code());
    boolean stale = tamper != Tamper.OLD_DATE || answer.code().equals("stale");
    expect(told && stale, what, changed, answer);
  }

  private static VendorRequest unused(VendorRequest request) {
    String path = request.path() + "-unused";
    String query = request.query();
    return request.with(request.raw().target(query.isEmpty() ? path : path + "?" + query));
  }

  private void expect(boolean holds, String what, RawRequest sent, RawResponse answer) {
    if (!holds) {
      tally.failed();
      failures.add(
          what
              + ": "
              + sent.method()
              + " "
              + sent.target()
              + " "
              + sent.headers()
              + " -> "
              + answer);
    }
  }
}
