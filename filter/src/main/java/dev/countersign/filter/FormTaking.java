package dev.countersign.filter;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Servers that take the bytes of a form, and of parts, from under a stream that was opened, as soon
 * as somebody asks for a parameter of the query (GlassFish and what was made of it). What they
 * would take is never left to them: there such bodies are read whole before the application runs.
 */
final class FormTaking {

  private FormTaking() {}

  /** Whether the server would take the body of this request. */
  static boolean by(HttpServletRequest request) {
    MediaType type = MediaType.of(request);
    return (type.beginsAsForm() || type.beginsAsFormData()) && ServerHabits.isGlassFish(request);
  }
}
