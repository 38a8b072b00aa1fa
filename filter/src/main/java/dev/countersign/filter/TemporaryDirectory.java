package dev.countersign.filter;

import jakarta.servlet.ServletContext;
import java.io.File;
import java.nio.file.Path;

/** Where a WAR keeps what need not last. */
final class TemporaryDirectory {

  private TemporaryDirectory() {}

  /** The WAR's own, or the JVM's where the container gives none. */
  static Path of(ServletContext context) {
    return context.getAttribute(ServletContext.TEMPDIR) instanceof File own
        ? own.toPath()
        : Path.of(System.getProperty("java.io.tmpdir"));
  }
}
