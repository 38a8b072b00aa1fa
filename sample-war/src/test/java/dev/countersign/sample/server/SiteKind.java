package dev.countersign.sample.server;

import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.SignatureScheme;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The same WAR, deployed with different settings. */
public enum SiteKind {
  /** As it is built. */
  SAMPLE,
<<<<<<< HEAD
  /** The same, for people with a browser, who leave much behind. */
  BROWSER,
=======
  /** With the filter on every path, those of no API too. */
  WHOLE,
>>>>>>> console
  /** Without the filter, and with no other difference. */
  PLAIN,
  /** Nonces in memory instead of the database. */
  MEMORY,
  /** Every body goes to a file in a directory that the tests look into; few bytes are allowed. */
  SPOOLING,
  /** With a second console that only signed calls reach. */
  SIGNED_CONSOLE,
  /** Every scheme, each as its page says; one environment. */
  SCHEMES,
  /** The same with AWS signatures as for S3. */
  SCHEMES_S3,
  /** The same with AWS signatures in the query, too. */
  SCHEMES_PRESIGNED;

  private static final String ALL_SCHEMES =
      Schemes.known().stream().map(SignatureScheme::id).collect(Collectors.joining(","));

  WebXml webXml(Path war, Path directory) {
    WebXml asBuilt = WebXml.of(war);
    return switch (this) {
<<<<<<< HEAD
      case SAMPLE, BROWSER -> asBuilt;
=======
      case SAMPLE -> asBuilt;
      case WHOLE -> asBuilt.alsoMapped("filter-mapping", "access", "/*");
>>>>>>> console
      case PLAIN -> asBuilt.withoutFilter();
      case MEMORY -> asBuilt.contextParam("countersign.nonceStore", "memory");
      case SIGNED_CONSOLE ->
          asBuilt
              .initParam("apis", "orders:/orders,echo:/echo,desk:/desk")
              .alsoMapped("filter-mapping", "access", "/desk/*")
              .alsoMapped("servlet-mapping", "console", "/desk/*");
      case SPOOLING ->
          asBuilt
              .initParam("spoolMemory", "0")
              .initParam("bodyLimit", "100KiB")
              .initParam("spoolDirectory", directory.resolve("spool").toString());
      case SCHEMES -> withAllSchemes(asBuilt, directory);
      case SCHEMES_S3 ->
          withAllSchemes(asBuilt, directory).initParam("schemeOptions", "aws4.singleEncoding");
      case SCHEMES_PRESIGNED ->
          withAllSchemes(asBuilt, directory).initParam("schemeOptions", "aws4.presigned");
    };
  }

  /** What the sites with every scheme import when they start, from the directory of each. */
  public static Path importFile(Path directory) {
    return directory.resolve("partners.csv");
  }

  private static WebXml withAllSchemes(WebXml asBuilt, Path directory) {
    return asBuilt
        .contextParam("sample.import", importFile(directory).toAbsolutePath().toString())
        .initParam("schemes", ALL_SCHEMES)
        .initParam("environmentFrom", "fixed")
        .initParam("environment", "release");
  }
}
