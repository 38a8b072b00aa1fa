package dev.countersign.sample.vendors;

import dev.countersign.sample.wire.RawRequest;
import java.util.Optional;

/** A published signer. Used by one thread. */
interface VendorClient extends AutoCloseable {

  /**
   * Signs, and sends if it has a transport of its own.
   *
   * @return the bytes to send, or empty if it sent them to the errand's port itself
   */
  Optional<RawRequest> sign(Errand errand) throws Exception;

  @Override
  default void close() {}
}
