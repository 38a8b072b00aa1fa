package dev.countersign.sample.arquillian;

import dev.countersign.sample.server.FreePort;
import java.io.IOException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Chooses the port that {@code arquillian.xml} names, before Arquillian reads that file: with 0 its
 * adapter would not tell which one the server took.
 */
final class AnyPort implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    System.setProperty("it.port", Integer.toString(FreePort.next()));
  }
}
