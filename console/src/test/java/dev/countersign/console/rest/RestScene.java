package dev.countersign.console.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.console.RecordedRefusal;
import dev.countersign.persistence.management.Actor;
import dev.countersign.persistence.management.Management;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Accounts that own one object of every kind, made over the REST interface itself. */
final class RestScene {

  static final Actor OPERATOR = new Actor.Operator("olga");

  private static final String URL = "jdbc:h2:mem:console;DB_CLOSE_DELAY=-1";
  private static final Rest REST = Rest.over(open());

  /** Every answer of this JVM, so that a test can look for what must be in none. */
  private static final List<Answer> ANSWERS = Collections.synchronizedList(new ArrayList<>());

  final String owner = made("/accounts", "{'name':'$'}", unique());
  final String provider = made("/accounts", "{'name':'$'}", unique());
  final String stranger = made("/accounts", "{'name':'$'}", unique());
  final String application = application();
  final String resting = application();
  final String group = group();
  final String unusedGroup = group();
  final String boundGroup = group();
  final String api = api(group, "GET", "/orders/{id}");
  final String unusedApi = api(group, "*", "/a/**");
  final String environment = made("/environments", "{'name':'$'}", unique());
  final String grant =
      made("/grants", "{'applicationId':'$','apiId':'$','environment':'test'}", application, api);
  final String refused = RecordedRefusal.of(application, URL);

  RestScene() {
    String bound = "{'applicationId':'$','groupId':'$','environment':'prepub'}";
    made("/grants", bound, application, boundGroup);
    sent(change("POST", "/applications/" + resting + "/secrets/rotate", "{}"));
    sent(change("PATCH", "/applications/" + resting, "{'enabled':false,'schemes':['aws4']}"));
  }

  private static Management open() {
    try {
      Path key = Files.createTempDirectory("countersign-console").resolve("master.key");
      Map<String, String> settings =
          Map.of("jdbcUrl", URL, "schema", "migrate", "masterKey", "file:" + key + "?create");
      return Management.open(settings, InstantSource.system());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static String unique() {
    return "n" + UUID.randomUUID();
  }

  Actor asOwner() {
    return new Actor.AccountActor(owner, "anna");
  }

  Actor asProvider() {
    return new Actor.AccountActor(provider, "paul");
  }

  Actor asStranger() {
    return new Actor.AccountActor(stranger, "sven");
  }

  private String application() {
    Answer answer = post("/applications", "{'accountId':'$','name':'shop'}", owner);
    return answer.body().path("application").path("id").asText();
  }

  private String group() {
    return made("/api-groups", "{'accountId':'$','name':'$'}", provider, unique());
  }

  private String api(String of, String method, String template) {
    String body = "{'method':'$','template':'$'}";
    return made("/api-groups/" + of + "/apis", body, method, template);
  }

  /** Everything that the database holds, as SQL. */
  static String dump() {
    StringBuilder all = new StringBuilder();
    try (Connection connection = DriverManager.getConnection(URL);
        var lines = connection.createStatement().executeQuery("SCRIPT")) {
      while (lines.next()) {
        all.append(lines.getString(1)).append('\n');
      }
      return all.toString();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  static List<Answer> answers() {
    return List.copyOf(ANSWERS);
  }

  static Answer answer(Call call) {
    Answer answer = REST.answer(call);
    ANSWERS.add(answer);
    return answer;
  }

  static Answer sent(Call call) {
    Answer answer = answer(call);
    if (!answer.isSuccess()) {
      throw new AssertionError(call + " -> " + answer.body());
    }
    return answer;
  }

  static Call change(String method, String path, String json) {
    return Call.send(OPERATOR, method, path, json(json)).ifMatch("*");
  }

  static Answer post(String path, String json, String... values) {
    return sent(Call.send(OPERATOR, "POST", path, json(filled(json, values))));
  }

  private static String made(String path, String json, String... values) {
    return post(path, json, values).body().path("id").asText();
  }

  /** Each $ stands for the next value. */
  private static String filled(String json, String... values) {
    String text = json;
    for (String value : values) {
      text = text.substring(0, text.indexOf('$')) + value + text.substring(text.indexOf('$') + 1);
    }
    return text;
  }

  /** JSON with single quotes. */
  static JsonNode json(String text) {
    try {
      return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }
}
