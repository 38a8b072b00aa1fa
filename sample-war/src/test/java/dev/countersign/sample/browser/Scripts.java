package dev.countersign.sample.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Scripts that the driver runs in a page; its policy does not concern them. */
final class Scripts {

  static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  private Scripts() {}

  static String read(String name) {
    String resource = name.startsWith("/") ? name : "/browser/" + name;
    try (InputStream file = Scripts.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new AssertionError("no " + resource);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
