package dev.countersign.filter;

import dev.countersign.filter.body.ArrivingBody;
import dev.countersign.filter.body.BodyLimits;
import dev.countersign.filter.body.LimitedBody;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the application sees of an admitted request: everything as without the filter, from the
 * verified bytes or those under verification, and the caller. The container's own stream was opened
 * before this is made, so that the container's parameters are those of the query alone. Like every
 * request, used by one thread at a time.
 */
final class AuthenticatedRequest extends CallerRequest {

  private final HttpServletRequest original;
  private final ServletResponse response;
  private final BodyEnd bodyEnd;
  private final ReadEvents events;
  private final BodyCharset charset;
  private final BodyStreams streams;
  private final RequestParts parts;
  private final RequestParameters parameters;

  /** With a body that is proved, held or arriving, and the response that belongs to the request. */
  AuthenticatedRequest(
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller,
      LimitedBody body,
      BodyEnd bodyEnd,
      BodyLimits limits,
      MultipartRules multipart)
      throws IOException {
    super(request, caller);
    this.original = Unwrapped.request(request);
    this.response = Unwrapped.response(response);
    this.bodyEnd = bodyEnd;
    this.events = new ReadEvents(request);
    this.charset = new BodyCharset(request);
    this.streams = new BodyStreams(stream(request, body), charset);
    BodyParameters fields = new BodyParameters(limits.parameterLimit());
    this.parts =
        new RequestParts(
            new MultipartBody(
                body,
                streams,
                charset,
                limits.partLimit(),
                TemporaryDirectory.of(request.getServletContext())),
            new ServletMultipart(multipart, request),
            fields);
    this.parameters = new RequestParameters(original, streams, charset, parts, fields);
  }

  /** The same request without other filters and the dispatches that it is on its way through. */
  private AuthenticatedRequest(AuthenticatedRequest dispatched) {
    super(dispatched.original, dispatched.caller());
    this.original = dispatched.original;
    this.response = dispatched.response;
    this.bodyEnd = dispatched.bodyEnd;
    this.events = dispatched.events;
    this.charset = dispatched.charset;
    this.streams = dispatched.streams;
    this.parts = dispatched.parts;
    this.parameters = dispatched.parameters;
  }

  /** Whether both are of one request that was admitted. */
  @SuppressWarnings("ReferenceEquality")
  boolean isSameAs(AuthenticatedRequest other) {
    return bodyEnd == other.bodyEnd;
  }

  private ServletInputStream stream(HttpServletRequest request, LimitedBody body)
      throws IOException {
    ArrivingBody arriving = body.arriving();
    return arriving == null
        ? new VerifiedInputStream(body.open(), body.length(), events)
        : new ArrivingInputStream(
            arriving, request.getInputStream(), events, ServerHabits.isGlassFish(request));
  }

  /** Called before the chain is entered once more with this request, by another dispatch. */
  void beforeChain() {
    if (bodyEnd.isOver()) {
      parameters.forgoBody();
    }
    events.beforeChain();
  }

  /**
   * Called on the request's thread when the chain returned without an exception: now the read
   * listener has its turn.
   */
  void afterChain() {
    events.afterChain();
  }

  @Override
  public ServletInputStream getInputStream() {
    return streams.stream();
  }

  @Override
  public BufferedReader getReader() throws UnsupportedEncodingException {
    return streams.reader();
  }

  @Override
  public @Nullable String getCharacterEncoding() {
    return charset.name();
  }

  @Override
  public void setCharacterEncoding(String encoding) throws UnsupportedEncodingException {
    if (!streams.isReaderUsed()) {
      charset.choose(encoding);
    }
  }

  /** Since Servlet 6.1; there it overrides. */
  @SuppressWarnings("MissingOverride")
  public void setCharacterEncoding(Charset encoding) {
    if (!streams.isReaderUsed()) {
      charset.choose(encoding);
    }
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = getParameterValues(name);
    return values == null ? null : values[0];
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return parameters.values(dispatched(), name);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(parameters.all(dispatched()).keySet());
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return parameters.all(dispatched());
  }

  @Override
  public Collection<Part> getParts() throws IOException, ServletException {
    return parts.all(dispatched());
  }

  @Override
  public @Nullable Part getPart(String name) throws IOException, ServletException {
    return getParts().stream().filter(part -> part.getName().equals(name)).findFirst().orElse(null);
  }

  /** As in containers, it goes on with the request as it was before any filter and dispatch. */
  @Override
  @SuppressWarnings("ReferenceEquality")
  public AsyncContext startAsync() {
    boolean direct = getRequest() == original;
    return startAsync(direct ? this : new AuthenticatedRequest(this), response);
  }

  /**
   * From here on the body is needed until asynchronous processing completes, whichever dispatch
   * began it.
   */
  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse answer) {
    AsyncContext started = super.startAsync(request, answer);
    bodyEnd.follow(started);
    return started;
  }
}
