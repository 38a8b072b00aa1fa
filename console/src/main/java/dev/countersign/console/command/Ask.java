package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of the REST interface, before it is known who makes it.
 *
 * @param path below the root of the interface; its segments need no escape
 * @param query parameters, not encoded
 * @param ifMatch the version's {@code ETag}; {@code null} for none
 */
record Ask(
    String method,
    String path,
    Map<String, String> query,
    @Nullable JsonNode body,
    @Nullable String ifMatch) {

  static Ask get(String path, Map<String, String> query) {
    return new Ask("GET", path, query, null, null);
  }

  static Ask post(String path, JsonNode body) {
    return new Ask("POST", path, Map.of(), body, null);
  }

  /** Without the body, which may hold secrets. */
  @Override
  public String toString() {
    return "Ask[" + method + " " + path + "]";
  }
}
