package dev.countersign.filter;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/**
 * Servers that take the bytes of a form, and of parts, from under a stream that was opened, as soon
 * as somebody asks for a parameter of the query (GlassFish and what was made of it). What they
 * would take is never left to them: there such bodies are read whole before the application runs.
 */
final class FormTaking {

  private static final List<String> SERVERS = List.of("glassfish", "payara");
  private static final List<String> TYPES =
      List.of("application/x-www-form-urlencoded", "multipart/form-data");

  private FormTaking() {}

  /** Whether the server would take the body of this request. */
  static boolean by(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && startsWithOneOf(type, TYPES)
        && isHabitOfServer(request.getServletContext());
  }

  /** Whether this is such a server. Others of its ways with forms and parts go with that. */
  static boolean isHabitOfServer(ServletContext context) {
    String server = context.getServerInfo();
    return server != null && containsOneOf(server, SERVERS);
  }

  private static boolean startsWithOneOf(String type, List<String> beginnings) {
    String written = type.strip().toLowerCase(Locale.ROOT);
    return beginnings.stream().anyMatch(written::startsWith);
  }

  private static boolean containsOneOf(String server, List<String> names) {
    String written = server.toLowerCase(Locale.ROOT);
    return names.stream().anyMatch(written::contains);
  }
}
