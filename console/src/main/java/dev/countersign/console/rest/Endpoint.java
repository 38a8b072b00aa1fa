package dev.countersign.console.rest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the REST interface. Immutable and thread-safe.
 *
 * @param method in upper case
 * @param template of the path, such as {@code /accounts/{id}}
 * @param summary one sentence for people
 * @param query names of the parameters that it reads
 * @param request the shape of the body that it takes; {@code null} for none
 * @param answer the shape of what it answers, of one item where it is a list; {@code null} for none
 * @param status of success
 * @param list whether it answers {@code {"items": […], "next": …}}
 * @param versioned whether it wants {@code If-Match}
 * @param secret whether the answer holds a secret, and so must not be stored by anybody
 */
public record Endpoint(
    String method,
    String template,
    String summary,
    List<String> query,
    @Nullable Class<?> request,
    @Nullable Class<?> answer,
    int status,
    boolean list,
    boolean versioned,
    boolean secret) {

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;

  /** Copies the list. */
  public Endpoint {
    query = List.copyOf(query);
  }

  /** Reads one object. */
  static Endpoint read(String template, String summary, Class<?> answer, String... query) {
    return of("GET", template, summary, List.of(query), null, answer, OK);
  }

  /** Reads a page of a list. */
  static Endpoint list(String template, String summary, Class<?> item, String... query) {
    List<String> names = new ArrayList<>(List.of(query));
    names.addAll(List.of("limit", "after"));
    return new Endpoint("GET", template, summary, names, null, item, OK, true, false, false);
  }

  /** Makes a new object. */
  static Endpoint create(String template, String summary, Class<?> request, Class<?> answer) {
    return of("POST", template, summary, List.of(), request, answer, CREATED);
  }

  /** Does something that leaves no new object, or changes none at all. */
  static Endpoint act(String template, String summary, Class<?> request, Class<?> answer) {
    return of("POST", template, summary, List.of(), request, answer, OK);
  }

  /** Does something that takes and leaves nothing. */
  static Endpoint act(String method, String template, String summary) {
    return of(method, template, summary, List.of(), null, null, NO_CONTENT);
  }

  /** Changes an object. */
  static Endpoint change(
      String method,
      String template,
      String summary,
      @Nullable Class<?> request,
      @Nullable Class<?> answer) {
    int status = answer == null ? NO_CONTENT : OK;
    return of(method, template, summary, List.of(), request, answer, status).inVersion();
  }

  /** Removes an object. */
  static Endpoint remove(String template, String summary) {
    return change("DELETE", template, summary, null, null);
  }

  private static Endpoint of(
      String method,
      String template,
      String summary,
      List<String> query,
      @Nullable Class<?> request,
      @Nullable Class<?> answer,
      int status) {
    return new Endpoint(
        method, template, summary, query, request, answer, status, false, false, false);
  }

  private Endpoint inVersion() {
    return new Endpoint(
        method, template, summary, query, request, answer, status, list, true, secret);
  }

  Endpoint withSecret() {
    return new Endpoint(
        method, template, summary, query, request, answer, status, list, versioned, true);
  }
}
