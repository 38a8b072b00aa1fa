package dev.countersign.console.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportedDocumentTest {

  private static final String YAML =
      """
      openapi: 3.0.3
      info: {title: Orders, version: "1"}
      paths:
        /{id}:
          parameters: []
          get: {summary: "One order"}
          delete: {}
        /search:
          post: {operationId: search}
      """;

  private static final String JSON =
      """
      {"openapi":"3.1.0","paths":{"/{id}":{"get":{"summary":"One order"},"delete":{}},
       "/search":{"post":{"operationId":"search"}}}}
      """;

  private final RestScene scene = new RestScene();
  private final String path = "/api-groups/" + scene.unusedGroup + "/apis";

  @ParameterizedTest
  @ValueSource(strings = {YAML, JSON})
  void document_isPreviewedAndThenMade(String document) {
    JsonNode preview = sent(document, true).body();
    assertEquals(
        "GET /orders/{id} new, DELETE /orders/{id} new, POST /orders/search new", told(preview));
    assertEquals(0, made());
    JsonNode done = sent(document, false).body();
    assertEquals(3, done.path("created").asInt());
    assertEquals(3, made());
    JsonNode again = sent(document, false).body();
    assertEquals(0, again.path("created").asInt());
    assertEquals(
        "GET /orders/{id} present, DELETE /orders/{id} present, POST /orders/search present",
        told(again));
  }

  @Test
  void oneImpossibleOperation_makesNothing() {
    JsonNode told =
        sent(
                "{\"openapi\":\"3.0.0\",\"paths\":{\"/a\":{\"get\":{}},\"/a.{x}\":{\"get\":{}}}}",
                false)
            .body();
    assertEquals(false, told.path("possible").asBoolean());
    assertEquals("GET /orders/a new, GET /orders/a.{x} refused", told(told));
    assertEquals(0, made());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no document",
        "swagger: '2.0'",
        "openapi: 3.0.0",
        "openapi: 3.0.0\nopenapi: 3.0.1",
        "{\"openapi\":",
        "openapi: [",
        "a: &a [x]\nopenapi: *a"
      })
  void whatIsNoDocument_isMalformed(String document) {
    Answer answer = RestScene.answer(call(document, true));
    assertEquals("400 malformed", answer.status() + " " + answer.body().path("code").asText());
  }

  private Answer sent(String document, boolean preview) {
    return RestScene.sent(call(document, preview));
  }

  private Call call(String document, boolean preview) {
    ObjectNode body = Json.object().put("document", document).put("preview", preview);
    return Call.send(scene.asProvider(), "POST", path + "/import", body.put("prefix", "/orders"));
  }

  private int made() {
    return RestScene.sent(Call.get(scene.asProvider(), path)).body().path("items").size();
  }

  private static String told(JsonNode answer) {
    return StreamSupport.stream(answer.path("entries").spliterator(), false)
        .map(
            one ->
                one.path("method").asText()
                    + " "
                    + one.path("template").asText()
                    + " "
                    + one.path("outcome").asText())
        .collect(Collectors.joining(", "));
  }
}
