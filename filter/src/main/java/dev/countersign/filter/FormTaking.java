package dev.countersign.filter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/**
 * Servers that take the bytes of a form, and of parts, from under a stream that was opened, as soon
 * as somebody asks for a parameter of the query (GlassFish and what was made of it). What they
 * would take is never left to them: there such bodies are read whole before the application runs.
 */
final class FormTaking {

  private static final List<String> TYPES =
      List.of("application/x-www-form-urlencoded", "multipart/form-data");

  private FormTaking() {}

  /** Whether the server would take the body of this request. */
  static boolean by(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && startsWithOneOf(type, TYPES) && ServerHabits.isGlassFish(request);
  }

  private static boolean startsWithOneOf(String type, List<String> beginnings) {
    String written = type.strip().toLowerCase(Locale.ROOT);
    return beginnings.stream().anyMatch(written::startsWith);
  }
}
