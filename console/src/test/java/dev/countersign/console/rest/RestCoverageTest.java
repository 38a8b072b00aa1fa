package dev.countersign.console.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No operation is forgotten by the table of who may do what. */
class RestCoverageTest {

  /** Nobody's in particular: what they answer is the same for all, or about whoever asks. */
  private static final Set<String> EVERYBODYS =
      Set.of(
          "GET /environments",
          "GET /environments/{id}",
          "GET /applications/{id}/name",
          "GET /session",
          "DELETE /session",
          "GET /openapi.json",
          "POST /canonical-comparison");

  private static final String OPERATORS = "GET /accounts";

  @Test
  void everyOperation_isInTheTableOrNobodysInParticular() {
    Set<String> all = new TreeSet<>();
    Rest.endpoints().forEach(endpoint -> all.add(name(endpoint)));
    Set<String> named = new TreeSet<>(EVERYBODYS);
    named.add(OPERATORS);
    RestScene scene = new RestScene();
    RestCalls.ALL
        .values()
        .forEach(one -> named.add(called(one.on(scene, RestScene.OPERATOR, "id"))));
    assertEquals(all, named);
  }

  private static String name(Endpoint endpoint) {
    return endpoint.method() + " " + endpoint.template();
  }

  /** The operation that a call reaches. */
  private static String called(Call call) {
    return Routes.ALL.stream()
        .filter(route -> route.endpoint().method().equals(call.method()))
        .filter(route -> route.match(Route.split(call.path())).isPresent())
        .sorted((one, other) -> Boolean.compare(other.isLiteral(), one.isLiteral()))
        .map(route -> name(route.endpoint()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no operation " + call));
  }

  @Test
  void whatIsNobodysInParticular_isAnsweredToStrangers() {
    RestScene scene = new RestScene();
    for (String path :
        Set.of(
            "/environments",
            "/environments/" + scene.environment,
            "/applications/" + scene.application + "/name",
            "/session",
            "/openapi.json")) {
      Answer answer = RestScene.answer(Call.send(scene.asStranger(), "GET", path, null));
      assertEquals(200, answer.status(), path);
    }
  }

  @Test
  void listOfAccounts_isForOperators() {
    RestScene scene = new RestScene();
    Answer answer = RestScene.answer(Call.send(scene.asOwner(), "GET", "/accounts", null));
    assertEquals("operators-only", answer.body().path("code").asText());
  }

  /** Who leaves the account out gets his own, never all. */
  @ParameterizedTest
  @ValueSource(strings = {"/applications", "/api-groups", "/audit", "/authorizations"})
  void listWithoutAccount_isEmptyForStrangers(String path) {
    RestScene scene = new RestScene();
    Map<String, String> search =
        path.equals("/applications") ? Map.of("search", "shop") : Map.of("limit", "200");
    Answer mine = RestScene.answer(Call.send(scene.asStranger(), "GET", path, null).with(search));
    assertEquals(200, mine.status());
    String told = mine.body().toString();
    for (String foreign : Set.of(scene.application, scene.group, scene.grant, scene.owner)) {
      assertTrue(!told.contains(foreign), path);
    }
  }
}
