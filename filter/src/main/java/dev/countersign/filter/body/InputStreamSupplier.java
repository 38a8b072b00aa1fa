package dev.countersign.filter.body;

import java.io.IOException;
import java.io.InputStream;

/**
 * Opens the stream on which a body arrives, when the first byte is asked for and not before, and
 * knows the head of that request.
 */
@FunctionalInterface
public interface InputStreamSupplier {

  /**
   * The stream. Asked for once.
   *
   * @throws IOException if the container has none to give
   */
  InputStream open() throws IOException;

  /**
   * Whether the head is still the one that was decided on. Asked at the end of the body, behind
   * which further fields may come.
   */
  default boolean isHeadUnchanged() {
    return true;
  }
}
