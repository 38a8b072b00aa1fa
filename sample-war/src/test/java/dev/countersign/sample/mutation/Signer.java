package dev.countersign.sample.mutation;

import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import java.time.Instant;

/**
 * A client of one scheme, written from the published rules with none of the library's code. It
 * signs whatever it is given: what cannot be signed in earnest gets a signature that fails.
 */
interface Signer {

  /** Replaces what an earlier signing left. */
  RawRequest sign(RawRequest request, Application application, Instant now, String nonce);
}
