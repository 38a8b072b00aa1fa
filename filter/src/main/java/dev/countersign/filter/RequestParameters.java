package dev.countersign.filter;

import dev.countersign.filter.access.Reason;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request: those that the container knows, which are the query's and those of a
 * forward, then those of the body. The body is read at the first question, and not at all once the
 * application reads it itself. Used by one thread.
 */
final class RequestParameters {

  /** The largest form, as containers have it; more has to be a file or another format. */
  static final int MAX_FORM = 2 << 20;

  private final HttpServletRequest original;
  private final BodyStreams streams;
  private final BodyCharset charset;
  private final RequestParts parts;
  private final BodyParameters fields;
  private boolean parsed;
  private boolean partsFirst;
  private @Nullable IllegalStateException failure;

  RequestParameters(
      HttpServletRequest original,
      BodyStreams streams,
      BodyCharset charset,
      RequestParts parts,
      BodyParameters fields) {
    this.original = original;
    this.streams = streams;
    this.charset = charset;
    this.parts = parts;
    this.fields = fields;
  }

  /**
   * The body is gone: from it comes only what was parsed before. An error page must not fail on
   * that.
   */
  void forgoBody() {
    parsed = true;
  }

  String @Nullable [] values(HttpServletRequest request, String name) {
    parse(request);
    String[] first = request.getParameterValues(name);
    List<String> more = fields.values().get(name);
    if (more == null) {
      return first;
    }
    return first == null ? more.toArray(String[]::new) : join(name, first, more);
  }

  /**
   * All, in an unmodifiable map: names of the query first, of the body next, then what a forward
   * added; on GlassFish those of parts first, and by hash in a dispatch, as it does itself.
   */
  Map<String, String[]> all(HttpServletRequest request) {
    parse(request);
    Map<String, String[]> first = request.getParameterMap();
    if (fields.values().isEmpty()) {
      return first;
    }
    // Where a dispatch orders them by hash (GlassFish), those of the body are among them.
    Map<String, String[]> all =
        first.getClass() == HashMap.class ? new HashMap<>() : new LinkedHashMap<>();
    Set<String> query = new LinkedHashSet<>(Collections.list(original.getParameterNames()));
    // Another filter may have taken some out.
    query.retainAll(first.keySet());
    Set<String> names = new LinkedHashSet<>(partsFirst ? fields.values().keySet() : query);
    names.addAll(partsFirst ? query : fields.values().keySet());
    names.forEach(name -> all.put(name, values(request, name)));
    first.forEach(all::putIfAbsent);
    return Collections.unmodifiableMap(all);
  }

  private String[] join(String name, String[] first, List<String> more) {
    List<String> all = new ArrayList<>(Arrays.asList(first));
    all.addAll(partsFirst ? first.length - inQuery(name, all) : first.length, more);
    return all.toArray(String[]::new);
  }

  /** How many of these values, the last ones, came with the query. */
  private int inQuery(String name, List<String> values) {
    String[] own = original.getParameterValues(name);
    int others = own == null ? -1 : values.size() - own.length;
    return others >= 0 && values.subList(others, values.size()).equals(Arrays.asList(own))
        ? own.length
        : 0;
  }

  private void parse(HttpServletRequest request) {
    if (failure != null) {
      throw failure;
    }
    if (parsed) {
      return;
    }
    parsed = true;
    try {
      parseOnce(request);
    } catch (IllegalStateException e) {
      failure = e;
      throw e;
    } catch (IOException | ServletException e) {
      failure = new IllegalStateException("the parameters in the body cannot be read", e);
      throw failure;
    }
  }

  private void parseOnce(HttpServletRequest request) throws IOException, ServletException {
    if (streams.isUsed()) {
      return;
    }
    MediaType type = MediaType.of(request);
    if (type.isFormData()) {
      fields.count(inQuery(request));
      parts.forParameters(request);
      partsFirst = ServerHabits.isGlassFish(original);
    } else if (type.isForm() && ServerHabits.readsFormsOf(request)) {
      fields.count(inQuery(request));
      byte[] form = streams.rest().readNBytes(MAX_FORM + 1);
      if (form.length > MAX_FORM) {
        throw new UnreadableFormException(
            Reason.TOO_LARGE, "the form is larger than " + MAX_FORM + " bytes");
      }
      new FormParser(form, charset.ofParameters()).parse(fields::add);
    }
  }

  private static int inQuery(HttpServletRequest request) {
    return request.getParameterMap().values().stream().mapToInt(values -> values.length).sum();
  }
}
