package dev.countersign.console.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.persistence.management.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of the REST interface, for somebody who is authenticated already. Immutable, unless its
 * body is changed meanwhile.
 *
 * @param actor on whose behalf
 * @param method in upper case, such as {@code GET}
 * @param path below the root of the interface, such as {@code /applications}; without a query
 * @param query parameters, decoded, each once
 * @param body of the request; {@code null} for none
 * @param ifMatch the header of this name; {@code null} for none
 */
public record Call(
    Actor actor,
    String method,
    String path,
    Map<String, String> query,
    @Nullable JsonNode body,
    @Nullable String ifMatch) {

  /** Copies the map. */
  public Call {
    query = Map.copyOf(query);
  }

  /** Reads, without parameters. */
  public static Call get(Actor actor, String path) {
    return new Call(actor, "GET", path, Map.of(), null, null);
  }

  /** Sends a body, or none. */
  public static Call send(Actor actor, String method, String path, @Nullable JsonNode body) {
    return new Call(actor, method, path, Map.of(), body, null);
  }

  /** The same with these parameters. */
  public Call with(Map<String, String> parameters) {
    return new Call(actor, method, path, parameters, body, ifMatch);
  }

  /**
   * The same for the object in this version: the {@code ETag} that an answer gave, or {@code *}.
   */
  public Call ifMatch(String etag) {
    return new Call(actor, method, path, query, body, etag);
  }

  /** Without the body, which may hold secrets. */
  @Override
  public String toString() {
    return "Call[" + method + " " + path + "]";
  }
}
