package dev.countersign.console.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

  /** Shapes that took the square of their length. */
  static Stream<Arguments> costly() {
    int most = 4_000_000;
    String line = "a line of YAML has at most 65536 characters";
    String number = "a number in it has at most 1000 characters";
    String valid = "openapi: 3.0.0\npaths: {}\nx: ";
    return Stream.of(
        Arguments.of("digits", "9".repeat(most), line),
        Arguments.of("a string", '"' + "a".repeat(most) + '"', line),
        Arguments.of("a value of YAML", valid + "9".repeat(most), line),
        Arguments.of("a value of JSON", "{\"openapi\":" + "9".repeat(most) + "}", number),
        Arguments.of("one more than a line", "#" + "a".repeat(65_536), line),
        Arguments.of("a number in a line", valid + "9".repeat(1001), number),
        Arguments.of("a number with tag", valid + "!!int " + "9".repeat(1001), number),
        Arguments.of("a number in parts", valid + "!!int \"9\\\n" + "9".repeat(1001) + '"', number),
        Arguments.of("a fraction", valid + "1." + "9".repeat(1001), number),
        Arguments.of("a hexadecimal", valid + "0x" + "f".repeat(1001), number));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("costly")
  void documentOfCostlyShape_isRefusedAndToldWhy(String shape, String document, String sentence) {
    Answer answer = RestScene.answer(call(document, true));
    String told = answer.body().path("detail").asText();
    assertEquals("400 malformed", answer.status() + " " + answer.body().path("code").asText());
    assertTrue(told.contains(sentence), told);
  }

  /** As programs write it, and as long as a line of YAML may be. */
  @Test
  void longLines_areReadWithinTheLimit() {
    String summary = "s".repeat(200_000);
    String json = JSON.replace("\n", "").replace("One order", summary);
    String yaml = "# " + "x".repeat(65_534) + "\r\n" + YAML;
    for (String document : List.of(json, yaml)) {
      assertEquals(
          "GET /orders/{id} new, DELETE /orders/{id} new, POST /orders/search new",
          told(sent(document, true).body()));
    }
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
