package dev.countersign.sample.mutation;

import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.WireSigner;
import java.time.Instant;
import java.util.List;

/** The native scheme, over the tests' own signer of it. */
final class NativeSigner implements Signer {

  @Override
  public RawRequest sign(RawRequest request, Application application, Instant now, String nonce) {
    RawRequest bare = request;
    for (String name : List.of("X-App-Key", "X-App-Environment", "Content-Digest")) {
      bare = bare.without(name);
    }
    bare =
        bare.set("X-App-Timestamp", WireSigner.at(now))
            .set("X-App-Nonce", nonce)
            .set("X-App-Signed-Headers", "x-tenant");
    return WireSigner.sign(bare, application);
  }
}
