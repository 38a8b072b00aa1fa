package dev.countersign.sample.transparency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.wire.RawResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer, less what cannot be equal: the deployment's name, the caller, the filter's headers,
 * and whether the connection goes on, for the filter reads what a servlet leaves unread.
 */
final class Seen {

  private Seen() {}

  static String of(RawResponse answer, Site site) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.headers());
    List.of("Date", "Cache-Control", "Content-Length", "Connection").forEach(headers::remove);
    String text = answer.text().startsWith("{") ? normal(answer) : answer.text();
    return (answer.status() + "\n" + headers + "\n" + text)
        .replace(site.path() + "/", "/CONTEXT/")
        .replace(site.host(), "HOST");
  }

  private static String normal(RawResponse answer) {
    ObjectNode json = (ObjectNode) answer.json();
    takeOut(json);
    return json.toPrettyString();
  }

  private static void takeOut(ObjectNode json) {
    json.remove("caller");
    if (json.get("headers") instanceof ArrayNode headers) {
      for (int i = headers.size() - 1; i >= 0; i--) {
        String name = headers.get(i).path("name").asText().toLowerCase(Locale.ROOT);
        if (name.startsWith("x-app-") || name.equals("content-digest")) {
          headers.remove(i);
        }
      }
    }
    json.path("parts").forEach(Seen::namesOfHeadersInLowerCase);
    JsonNode before = json.get("before");
    if (before instanceof ObjectNode earlier) {
      takeOut(earlier);
    }
  }

  /** The filter's parts have them so, Tomcat's too; other servers leave the names as they came. */
  private static void namesOfHeadersInLowerCase(JsonNode part) {
    for (JsonNode header : part.path("headers")) {
      String name = header.path("name").asText().toLowerCase(Locale.ROOT);
      ((ObjectNode) header).put("name", name);
    }
  }
}
