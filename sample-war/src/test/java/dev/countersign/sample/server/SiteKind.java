package dev.countersign.sample.server;

import dev.countersign.sample.inside.MarkerListener;
import dev.countersign.testing.logs.LogMarker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The same WAR, deployed with different settings. */
public enum SiteKind {
  /** As it is built. */
  SAMPLE,
  /** The same, for people with a browser, who leave much behind. */
  BROWSER,
  /** With the filter on every path, those of no API too. */
  WHOLE,
  /** Without the filter, and with no other difference. */
  PLAIN,
  /** Nonces in memory instead of the database. */
  MEMORY,
  /** The same, for one environment, since not every scheme states one; every scheme and form. */
  CAMPAIGN,
  /** Every body goes to a file in a directory that the tests look into; few bytes are allowed. */
  SPOOLING,
  /** The servlet reads a body while it is proved, and one tells what it was told of it. */
  STREAMING,
  /** That servlet without the filter. */
  STREAMING_PLAIN,
  /** As STREAMING with a filter in front, and a servlet that answers before it has read. */
  LATE,
  /** Another filter stands before the filter and one behind it. */
  NEIGHBOURED,
  /** These filters without the filter between them. */
  NEIGHBOURED_PLAIN,
  /** There is room for three of the largest bodies, on a disk that the tests look into. */
  CRAMPED,
  /** A body may take two seconds. */
  IMPATIENT,
  /** Bodies take as long as they like, strangers' on few threads: a GlassFish may have five. */
  PATIENT,
  /** Every scheme is accepted, and nothing else is different. */
  EVERY_SCHEME,
  /** Every scheme and form of it is accepted, for one environment. */
  EVERY_FORM,
  /** The same, with the answers of Tencent's gateway for its callers. */
  EVERY_FORM_AS_TENCENT,
  /** With a listener that lets EclipseLink log a marker. */
  MARKED,
  /** Only what is below /echo is mapped to the filter; beside it stands a servlet that forwards. */
  DOORWAY,
  /** With a second access filter on a part of what the first one has. */
  OVERLAPPING,
  /** Servlets with patterns of every kind, nested ones among them, that tell which of them ran. */
  PATHS,
  /** With a second console that only signed calls reach. */
  SIGNED_CONSOLE,
  /** The descriptor says who may see the page of the console. */
  GUARDED_CONSOLE,
  /** A JAX-RS application is in the same WAR, and the filter on a part of it. */
  BESIDE_JAX_RS,
  /** Every scheme, each as its page says; one environment. */
  SCHEMES,
  /** The same with AWS signatures as for S3. */
  SCHEMES_S3,
  /** The same with AWS signatures in the query, too. */
  SCHEMES_PRESIGNED;

  /** Named here, because beside some servers the tests see nothing of the library. */
  private static final String ALL_SCHEMES = "countersign-1,tencent,jdcloud,aliyun,aws4,rfc9421";

  private static final String INSIDE = "dev.countersign.sample.inside.";

  WebXml webXml(Path war, Path directory) {
    WebXml asBuilt = WebXml.of(war);
    return switch (this) {
      case SAMPLE, BROWSER -> asBuilt;
      case WHOLE -> asBuilt.alsoMapped("filter-mapping", "access", "/*");
      case PLAIN -> asBuilt.without("filter", "filter-mapping");
      case MEMORY -> asBuilt.contextParam("countersign.nonceStore", "memory");
      case CAMPAIGN -> everyForm(asBuilt.contextParam("countersign.nonceStore", "memory"));
      case SIGNED_CONSOLE ->
          asBuilt
              .initParam("apis", "orders:/orders,echo:/echo,desk:/desk")
              .alsoMapped("filter-mapping", "access", "/desk/*")
              .alsoMapped("servlet-mapping", "console", "/desk/*");
      case GUARDED_CONSOLE ->
          asBuilt
              .constraint("/console/*", "countersign-admin", "countersign-account")
              .constraint("/console")
              .constraint("/console/api/*");
      case BESIDE_JAX_RS ->
          asBuilt
              .initParam("apis", "orders:/orders,echo:/echo,desk:/rs/signed")
              .alsoMapped("filter-mapping", "access", "/rs/signed/*");
      case SPOOLING ->
          asBuilt
              .initParam("spoolMemory", "0")
              .initParam("bodyLimit", "100KiB")
              .initParam("spoolDirectory", directory.resolve("spool").toString())
              .servlet("ends", INSIDE + "EndsServlet", "none", "/echo/ends/*");
      case STREAMING ->
          asBuilt
              .contextParam("countersign.nonceStore", "memory")
              .initParam("bodyMode", "stream")
              .initParam("bodyLimit", "200MiB")
              .initParam("spoolMemory", "0")
              .initParam("spoolDirectory", directory.resolve("spool").toString())
              .servlet("ends", INSIDE + "EndsServlet", "none", "/echo/ends/*");
      case STREAMING_PLAIN ->
          asBuilt
              .without("filter", "filter-mapping")
              .servlet("ends", INSIDE + "EndsServlet", "none", "/echo/ends/*");
      case LATE ->
          asBuilt
              .contextParam("countersign.nonceStore", "memory")
              .initParam("bodyMode", "stream")
              .filter("front", INSIDE + "FrontFilter", true)
              .servlet("late", INSIDE + "LateServlet", "none", "/echo/late/*");
      case NEIGHBOURED -> neighboured(asBuilt.contextParam("countersign.nonceStore", "memory"));
      case NEIGHBOURED_PLAIN -> neighboured(asBuilt.without("filter", "filter-mapping"));
      case CRAMPED ->
          asBuilt
              .initParam("spoolMemory", "0")
              .initParam("bodyLimit", "1MiB")
              .initParam("spoolBudget", "3MiB")
              .initParam("spoolDirectory", directory.resolve("spool").toString());
      case IMPATIENT -> asBuilt.initParam("bodyTimeout", "2s");
      case PATIENT ->
          everyForm(asBuilt).initParam("bodyTimeout", "10m").initParam("unverifiedBodies", "4");
      case EVERY_FORM -> everyForm(asBuilt);
      case EVERY_FORM_AS_TENCENT -> everyForm(asBuilt).initParam("compat", "tencent");
      case EVERY_SCHEME -> asBuilt.initParam("schemes", ALL_SCHEMES);
      case MARKED ->
          asBuilt
              .listener(INSIDE + "MarkerListener")
              .contextParam(MarkerListener.MARKER, LogMarker.TEXT);
      case DOORWAY ->
          asBuilt
              .initParam("apis", "echo:/echo")
              .filterPattern("/echo/*")
              .servlet("doorway", INSIDE + "DoorwayServlet", "none", "/public/*")
              .servlet("leaving", INSIDE + "LeavingServlet", "none", "/leave");
      case OVERLAPPING ->
          asBuilt.accessFilter(
              "second", "/echo/b/*", Map.of("apis", "echo:/echo", "environmentFrom", "header"));
      case PATHS -> PathServlets.in(asBuilt);
      case SCHEMES -> withAllSchemes(asBuilt, directory);
      case SCHEMES_S3 ->
          withAllSchemes(asBuilt, directory).initParam("schemeOptions", "aws4.singleEncoding");
      case SCHEMES_PRESIGNED ->
          withAllSchemes(asBuilt, directory).initParam("schemeOptions", "aws4.presigned");
    };
  }

  /** The packages of the tests whose classes are in the WAR. */
  List<String> testPackages() {
    if (this == BESIDE_JAX_RS) {
      return List.of("dev.countersign.sample.jaxrs");
    }
    List<SiteKind> withClasses =
        List.of(
            DOORWAY,
            MARKED,
            PATHS,
            LATE,
            SPOOLING,
            STREAMING,
            STREAMING_PLAIN,
            NEIGHBOURED,
            NEIGHBOURED_PLAIN);
    return withClasses.contains(this) ? List.of("dev.countersign.sample.inside") : List.of();
  }

  private static WebXml neighboured(WebXml webXml) {
    return webXml
        .filter("behind", INSIDE + "NeighbourFilter", false)
        .filter("before", INSIDE + "NeighbourFilter", true);
  }

  private static WebXml everyForm(WebXml asBuilt) {
    return everyScheme(asBuilt).initParam("schemeOptions", "aws4.presigned");
  }

  private static WebXml everyScheme(WebXml asBuilt) {
    return asBuilt.initParam("environmentFrom", "fixed").initParam("schemes", ALL_SCHEMES);
  }

  /** What the sites with every scheme import when they start, from the directory of each. */
  public static Path importFile(Path directory) {
    return directory.resolve("partners.csv");
  }

  private static WebXml withAllSchemes(WebXml asBuilt, Path directory) {
    return everyScheme(asBuilt)
        .contextParam("sample.import", importFile(directory).toAbsolutePath().toString())
        .initParam("environment", "release");
  }
}
