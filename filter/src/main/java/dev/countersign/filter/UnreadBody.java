package dev.countersign.filter;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.BodySource;
import dev.countersign.filter.access.Reason;
import dev.countersign.signing.ContentDigest;

/**
 * The body of a request that is only reported on: the application reads it, so nobody else does.
 */
record UnreadBody(long declaredLength) implements BodySource {

  /** Believes the digest: what is proved about nothing that is enforced. */
  @Override
  public void prove(ContentDigest signed) {}

  /** A signature over the body itself cannot be judged. */
  @Override
  public byte[] hold(String owner) throws BodyException {
    throw new BodyException(
        Reason.UNAVAILABLE,
        "not judged: the signature needs the body, which is not read in reportOnly");
  }
}
