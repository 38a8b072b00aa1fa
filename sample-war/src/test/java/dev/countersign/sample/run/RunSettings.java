package dev.countersign.sample.run;

import dev.countersign.sample.server.WebXml;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.SignatureScheme;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the run is told in system properties, turned into what a deployer would write.
 *
 * @param schemes the setting of that name, or {@code all}; empty for what the WAR's web.xml says
 * @param environment the one that every request is served in when schemes are chosen: most foreign
 *     clients name none
 * @param importFile a file of key pairs; empty for none
 */
record RunSettings(String schemes, String environment, String importFile) {

  static RunSettings read() {
    return new RunSettings(
        System.getProperty("sample.schemes", "").strip(),
        System.getProperty("sample.environment", "release").strip(),
        System.getProperty("sample.import", "").strip());
  }

  /** The WAR's own web.xml, or a copy in which the chosen settings are written. */
  Path webXml(Path war, Path directory) {
    if (schemes.isEmpty()) {
      return war.resolve("WEB-INF/web.xml");
    }
    return WebXml.of(war)
        .initParam("schemes", schemes.equals("all") ? all() : schemes)
        .initParam("environmentFrom", "fixed")
        .initParam("environment", environment)
        .writeTo(directory.resolve("web.xml"));
  }

  Map<String, String> contextParameters(Path directory) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("sample.directory", directory.toString());
    if (!importFile.isEmpty()) {
      parameters.put("sample.import", Path.of(importFile).toAbsolutePath().toString());
    }
    return parameters;
  }

  private static String all() {
    return Schemes.known().stream().map(SignatureScheme::id).collect(Collectors.joining(","));
  }
}
