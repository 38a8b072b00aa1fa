package dev.countersign.sample.seed;

import jakarta.servlet.ServletContext;
import java.io.File;
import java.nio.file.Path;

/**
 * Where one deployment of the sample keeps its database, its master key and {@code
 * applications.json}: the context parameter {@code sample.directory}, else the system property of
 * that name, else the directory that the container gives to the WAR.
 *
 * @param path absolute
 */
record SampleDirectory(Path path) {

  private static final String NAME = "sample.directory";

  static SampleDirectory of(ServletContext context) {
    String written = context.getInitParameter(NAME);
    String chosen = written != null ? written : System.getProperty(NAME);
    if (chosen != null) {
      return new SampleDirectory(Path.of(chosen).toAbsolutePath());
    }
    File given = (File) context.getAttribute(ServletContext.TEMPDIR);
    return new SampleDirectory(given.toPath().resolve("sample").toAbsolutePath());
  }

  /** Closed with the pool, and not by a hook of the database that knows nothing of the WAR. */
  String jdbcUrl() {
    return "jdbc:h2:file:" + path.resolve("countersign") + ";DB_CLOSE_ON_EXIT=FALSE";
  }

  /** Made when it is not there: right for a sample, never for a system that matters. */
  String masterKey() {
    return "file:" + path.resolve("master.key") + "?create";
  }

  Path applications() {
    return path.resolve("applications.json");
  }
}
