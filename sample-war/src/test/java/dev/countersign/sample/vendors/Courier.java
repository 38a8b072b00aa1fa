package dev.countersign.sample.vendors;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.vendors.Recorder.Recorded;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawClient;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.util.Optional;

/** Has requests signed by one client, and brings them to one site. */
record Courier(
    ClientEntry entry, VendorClient client, Recorder recorder, Site site, Application application) {

  /** Signed and sent. */
  Recorded send(VendorRequest request) throws Exception {
    Recorded signed = deliver(request, Optional.of(site.client()));
    RawResponse answer = signed.answer().orElseGet(() -> site.send(signed.request()));
    return new Recorded(signed.request(), Optional.of(answer));
  }

  /** Signed, and held back. */
  RawRequest hold(VendorRequest request) throws Exception {
    return deliver(request, Optional.empty()).request();
  }

  private Recorded deliver(VendorRequest request, Optional<RawClient> onward) throws Exception {
    recorder.onward(onward);
    Optional<RawRequest> signed =
        client.sign(new Errand(request, recorder.port(), application, entry.options()));
    return signed.isPresent() ? new Recorded(signed.get(), Optional.empty()) : recorder.take();
  }
}
