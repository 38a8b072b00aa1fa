package dev.countersign.persistence.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.filter.access.BodySource;
import dev.countersign.signing.ContentDigest;

/** The body of a call that has none. */
final class NoBody implements BodySource {

  @Override
  public long declaredLength() {
    return 0;
  }

  @Override
  public void prove(ContentDigest signed) {
    assertEquals(ContentDigest.OF_NOTHING.headerValue(), signed.headerValue());
  }

  @Override
  public byte[] hold(String owner) {
    return new byte[0];
  }
}
