package dev.countersign.sample.server;

/**
 * Servlets with patterns of every kind; each says which APIs are its own: those that lead to it.
 */
final class PathServlets {

  private PathServlets() {}

  static WebXml in(WebXml asBuilt) {
    String servlet = "dev.countersign.sample.inside.NamingServlet";
    return asBuilt
        .initParam("apis", "paths")
        .filterPattern("/*")
        .listener("dev.countersign.sample.inside.PathsListener")
        .servlet("api", servlet, "/api/**", "/api/*")
        .servlet("admin", servlet, "/api/admin/**", "/api/admin/*")
        .servlet("open", servlet, "/api/admin/open/**", "/api/admin/open/*")
        .servlet("files", servlet, "/files/**", "/files/*")
        .servlet("secret", servlet, "/files/secret/**", "/files/secret/*")
        .servlet("exact", servlet, "/exact", "/exact")
        .servlet("do", servlet, "/one.do /two.do /**", "*.do")
        .servlet("root", servlet, "/**", "")
        .servlet("fallback", servlet, "/**", "/");
  }
}
