package dev.countersign.console.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.persistence.management.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Owner, resource, verb: the table of the Java API holds for the REST interface. */
class RestOwnershipTest {

  record Row(String name, String owner, String provider, boolean versioned) {

    RestCalls.One call() {
      return Objects.requireNonNull(RestCalls.ALL.get(name), name);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Row> rows() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(System.getProperty("calls")))) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(",", -1))
          .map(cells -> new Row(cells[0], cells[1], cells[2], cells[7].equals("yes")))
          .toList();
    }
  }

  @Test
  void everyRow_hasItsCall() throws IOException {
    Set<String> named = rows().stream().map(Row::name).collect(Collectors.toSet());
    assertEquals(named, RestCalls.ALL.keySet());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void call_isAnsweredToThoseInTheTableOnly(Row row) {
    RestScene scene = new RestScene();
    judge(row, "no", scene.asStranger(), scene);
    judge(row, row.owner(), scene.asOwner(), scene);
    judge(row, row.provider(), scene.asProvider(), scene);
    judge(row, "yes", RestScene.OPERATOR, scene);
  }

  private static void judge(Row row, String may, Actor actor, RestScene scene) {
    if (row.owner().equals("-") && !(actor instanceof Actor.Operator)) {
      assertEquals("403 operators-only", status(call(row, actor, scene)));
    } else if (may.equals("yes")) {
      // What was changed before may stand in the way.
      RestScene fresh = new RestScene();
      Actor same = actor;
      if (actor.equals(scene.asOwner())) {
        same = fresh.asOwner();
      } else if (actor.equals(scene.asProvider())) {
        same = fresh.asProvider();
      }
      Answer answer = call(row, same, fresh);
      assertTrue(answer.isSuccess(), () -> row + ": " + answer.body());
    } else {
      Answer foreign = call(row, actor, scene);
      assertEquals("404 unknown", status(foreign));
      String nobodys = UUID.randomUUID().toString().replace("-", "");
      Call unknown = row.call().on(scene, actor, nobodys);
      assertEquals(RestScene.answer(unknown).body(), foreign.body());
    }
  }

  private static Answer call(Row row, Actor actor, RestScene scene) {
    return RestScene.answer(row.call().on(scene, actor, row.call().object().apply(scene)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void version_isAskedForAndCompared(Row row) {
    RestScene scene = new RestScene();
    Call call = row.call().on(scene, RestScene.OPERATOR, row.call().object().apply(scene));
    assertEquals(row.versioned(), call.ifMatch() != null);
    if (row.versioned()) {
      Call without =
          new Call(call.actor(), call.method(), call.path(), call.query(), call.body(), null);
      assertEquals("428 version-missing", status(RestScene.answer(without)));
      assertEquals("412 version-mismatch", status(RestScene.answer(call.ifMatch("\"999\""))));
      assertEquals("400 malformed", status(RestScene.answer(call.ifMatch("999"))));
      assertTrue(RestScene.answer(call).isSuccess());
    }
  }

  private static String status(Answer answer) {
    return answer.status() + " " + answer.body().path("code").asText();
  }

  @Test
  void secret_isInTheAnswerThatIssuesItAndNowhereElse() {
    RestScene scene = new RestScene();
    String path = "/applications/" + scene.application;
    List<Answer> issuing =
        List.of(
            RestScene.post("/applications", "{'accountId':'$','name':'x'}", scene.owner),
            RestScene.sent(RestScene.change("POST", path + "/secrets/rotate", "{}")),
            RestScene.sent(
                Call.send(RestScene.OPERATOR, "POST", path + "/secrets/reset", null).ifMatch("*")));
    for (Answer answer : issuing) {
      String secret = answer.body().findValue("secret").asText();
      assertEquals("no-store", answer.headers().get("Cache-Control"));
      assertFalse(answer.toString().contains(secret));
      RestScene another = new RestScene();
      RestCalls.ALL
          .values()
          .forEach(
              one -> {
                if (one.method().equals("GET")) {
                  RestScene.answer(one.on(scene, RestScene.OPERATOR, one.object().apply(scene)));
                  RestScene.answer(
                      one.on(another, RestScene.OPERATOR, one.object().apply(another)));
                }
              });
      long holding =
          RestScene.answers().stream()
              .filter(one -> String.valueOf(one.body()).contains(secret))
              .count();
      assertEquals(1, holding);
      assertFalse(RestScene.dump().contains(secret));
    }
  }
}
