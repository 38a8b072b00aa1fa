package dev.countersign.console.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.persistence.management.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts what was found into answers. */
final class Views {

  private static final int OK = 200;

  private Views() {}

  /** One object; its version, where it has one, is the entity tag. */
  static Answer answer(Endpoint endpoint, Object view, Map<String, String> headers) {
    JsonNode body = Json.tree(view);
    Map<String, String> all = new HashMap<>(headers);
    all.put("Cache-Control", "no-store");
    JsonNode version = body.get("version");
    if (version != null) {
      all.put("ETag", Etags.of(version.longValue()));
    }
    return new Answer(endpoint.status(), body, all);
  }

  static <T> Answer page(Page<T> page, Function<T, ?> view) {
    String next = page.more() ? Cursors.behind(page.paging()) : null;
    return items(page.items().stream().map(view).toList(), next);
  }

  static Answer items(List<?> views, @Nullable String next) {
    ObjectNode body = Json.object();
    ArrayNode items = body.putArray("items");
    views.forEach(view -> items.add(Json.tree(view)));
    body.put("next", next);
    return new Answer(OK, body, Map.of("Cache-Control", "no-store"));
  }
}
