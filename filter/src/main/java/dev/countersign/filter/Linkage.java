package dev.countersign.filter;

import dev.countersign.filter.access.SettingsException;
import java.util.List;

/**
 * Loads one class of each jar that some requests only would need, so that a WAR from which a jar is
 * missing refuses all of them, instead of failing on the first that needs it.
 */
final class Linkage {

  /** Each behind those that it needs itself, so that the one that is named is the one missing. */
  private static final List<String> NEEDED =
      List.of(
          "org.apache.commons.codec.digest.DigestUtils",
          "org.apache.commons.io.IOUtils",
          "dev.countersign.signing.registry.Schemes",
          "org.apache.commons.fileupload2.core.FileUploadException",
          "org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload");

  private Linkage() {}

  static void check() {
    for (String name : NEEDED) {
      try {
        Class.forName(name, true, Linkage.class.getClassLoader());
      } catch (ClassNotFoundException | LinkageError e) {
        throw new SettingsException(
            "The class " + name + " cannot be loaded: is its jar missing from WEB-INF/lib?", e);
      }
    }
  }
}
