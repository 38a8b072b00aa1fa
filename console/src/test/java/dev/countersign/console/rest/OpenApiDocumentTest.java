package dev.countersign.console.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The document that is served, against the table of operations. */
class OpenApiDocumentTest {

  private final JsonNode document =
      RestScene.sent(Call.get(RestScene.OPERATOR, "/openapi.json")).body();

  @Test
  void operations_areThoseOfTheTable() {
    Set<String> described = new TreeSet<>();
    for (var path : document.path("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    Set<String> offered = new TreeSet<>();
    Rest.endpoints().forEach(one -> offered.add(one.method() + " " + one.template()));
    assertEquals(offered, described);
    assertEquals(Rest.endpoints().size(), offered.size());
  }

  @Test
  void everyReference_leadsSomewhere() {
    for (JsonNode reference : document.findValues("$ref")) {
      assertTrue(document.at(reference.asText().substring(1)).isObject(), reference::asText);
    }
  }

  @Test
  void secrets_areMarked() {
    Set<String> marked = new TreeSet<>();
    for (Endpoint one : Rest.endpoints()) {
      if (one.secret()) {
        marked.add(one.method() + " " + one.template());
      }
    }
    assertEquals(
        Set.of(
            "POST /applications",
            "POST /applications/{id}/secrets/reset",
            "POST /applications/{id}/secrets/rotate"),
        marked);
  }
}
