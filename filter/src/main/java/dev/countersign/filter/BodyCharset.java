package dev.countersign.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a body as text: chosen by the application, else declared by the request, else the
 * default of the context, else that of the container. Used by one thread.
 */
final class BodyCharset {

  private final HttpServletRequest request;
  private @Nullable String chosen;

  BodyCharset(HttpServletRequest request) {
    this.request = request;
  }

  /** As {@code getCharacterEncoding} answers it. */
  @Nullable String name() {
    String told = request.getCharacterEncoding();
    return chosen == null || known(told).equals(known(chosen)) ? told : chosen;
  }

  /**
   * Kept here, because some containers ignore it once their stream was opened; told them for their
   * query.
   */
  void choose(String name) throws UnsupportedEncodingException {
    if (name != null) {
      named(name);
    }
    request.setCharacterEncoding(name);
    chosen = name;
  }

  void choose(@Nullable Charset charset) {
    chosen = charset == null ? null : charset.name();
  }

  /** For the reader: an encoding that is named but unknown is an error. */
  Charset ofReader() throws UnsupportedEncodingException {
    String name = name();
    if (name == null) {
      name = request.getServletContext().getRequestCharacterEncoding();
    }
    return name == null ? ISO_8859_1 : named(name);
  }

  /** For parameters: an encoding that is named but unknown is passed over. */
  Charset ofParameters() {
    return known(name())
        .or(() -> known(request.getServletContext().getRequestCharacterEncoding()))
        .orElseGet(this::defaultOfContainer);
  }

  /** For the headers of parts: without an encoding that is known, as browsers write them. */
  Charset ofPartHeaders() {
    return known(name()).orElse(UTF_8);
  }

  /** Which parts are parameters, too. */
  PartFields partFields() {
    return new PartFields(this, ServerHabits.isGlassFish(request));
  }

  /** For a part that says itself in which encoding it is, if that is known. */
  Charset ofPart(@Nullable String named) {
    return known(named).orElseGet(this::ofParameters);
  }

  /**
   * Jetty reads forms as UTF-8 where nothing is said, the others as the servlet specification has
   * it.
   */
  private Charset defaultOfContainer() {
    boolean jetty = ServerHabits.isJetty(request.getServletContext().getServerInfo());
    return jetty ? UTF_8 : ISO_8859_1;
  }

  private static Optional<Charset> known(@Nullable String name) {
    try {
      return name == null ? Optional.empty() : Optional.of(named(name));
    } catch (UnsupportedEncodingException e) {
      return Optional.empty();
    }
  }

  private static Charset named(String name) throws UnsupportedEncodingException {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      UnsupportedEncodingException unsupported = new UnsupportedEncodingException(name);
      unsupported.initCause(e);
      throw unsupported;
    }
  }
}
