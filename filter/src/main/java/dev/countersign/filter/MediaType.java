package dev.countersign.filter;

import jakarta.servlet.ServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Content-Type} says of a body: the one place where types are recognised. Parameters
 * come of a type that is exactly theirs, as in containers; whoever takes bodies apart, the library
 * and some servers, looks at the beginning alone, so that whatever these would touch is known by
 * its beginning.
 *
 * @param text in lower case, with its parameters; empty for no type
 */
record MediaType(String text) {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String FORM_DATA = "multipart/form-data";

  static MediaType of(ServletRequest request) {
    return of(request.getContentType());
  }

  static MediaType of(@Nullable String contentType) {
    return new MediaType(contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT));
  }

  boolean isForm() {
    return name().equals(FORM);
  }

  boolean isFormData() {
    return name().equals(FORM_DATA);
  }

  boolean beginsAsForm() {
    return text.startsWith(FORM);
  }

  boolean beginsAsFormData() {
    return text.startsWith(FORM_DATA);
  }

  /** Of a body of any other type no container looks for parts. */
  boolean beginsAsMultipart() {
    return text.startsWith("multipart/");
  }

  private String name() {
    int end = text.indexOf(';');
    return end < 0 ? text : text.substring(0, end).strip();
  }
}
