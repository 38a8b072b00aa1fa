package dev.countersign.filter.body;

import java.io.IOException;
import java.io.InputStream;

/** Opens the stream on which a body arrives, when the first byte is asked for and not before. */
@FunctionalInterface
public interface InputStreamSupplier {

  /**
   * The stream. Asked for once.
   *
   * @throws IOException if the container has none to give
   */
  InputStream open() throws IOException;
}
