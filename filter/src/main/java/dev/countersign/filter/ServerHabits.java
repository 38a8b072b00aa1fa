package dev.countersign.filter;

import dev.countersign.filter.deployment.Finding;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ways of servers with requests that others do not have. */
final class ServerHabits {

  private ServerHabits() {}

  /** Whether the server that calls itself so, or does not say, is Jetty. */
  static boolean isJetty(@Nullable String serverInfo) {
    return serverInfo != null && serverInfo.toLowerCase(Locale.ROOT).startsWith("jetty/");
  }

  /** Whether the server that calls itself so, or does not say, is GlassFish or made of it. */
  static boolean isGlassFish(@Nullable String serverInfo) {
    String name = serverInfo == null ? "" : serverInfo.toLowerCase(Locale.ROOT);
    return name.contains("glassfish") || name.contains("payara");
  }

  /** The same of the server that has received the request. */
  static boolean isGlassFish(ServletRequest request) {
    return isGlassFish(request.getServletContext().getServerInfo());
  }

  /** Whether it looks for parameters in a form that came with this method. */
  static boolean readsFormsOf(HttpServletRequest request) {
    String method = request.getMethod();
    return method.equals("POST")
        || (method.equals("PUT") && isJetty(request.getServletContext().getServerInfo()));
  }

  /** What is to be known of the server that calls itself so, or does not say. */
  static Optional<Finding> of(@Nullable String serverInfo) {
    return isJetty(serverInfo)
        ? Optional.of(
            new Finding(
                Finding.Weight.NOTE,
                "runs on Jetty, which by itself shows common header values in a spelling of its"
                    + " own: who signs Content-Type: application/json;charset=utf-8 is refused with"
                    + " signature-invalid. Set headerCacheCaseSensitive of the connector's"
                    + " HttpConfiguration, if that is not done."))
        : Optional.empty();
  }
}
