package dev.countersign.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.console.rest.Json;
import dev.countersign.testing.HeardLog;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What web.xml says of a console, and what comes of a mistake in it. */
class ConsoleSettingsTest {

  private static final String SESSION = "/api/v1/session";

  @TempDir private Path folder;

  private ConsoleXml xml() {
    return ConsoleXml.form(
        Map.of(
            "jdbcUrl", "jdbc:h2:mem:" + UUID.randomUUID(),
            "schema", "migrate",
            "masterKey", "file:" + folder.resolve("master.key") + "?create"));
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void accountsSetting_saysForWhomAPrincipalActs() throws IOException {
    ConsoleXml mapped = xml().initParam("accounts", "anna=default, paul = nobody");
    try (ConsoleSite site = new ConsoleSite(folder, mapped)) {
      JsonNode anna = json(site.send("GET", SESSION, "anna"));
      assertEquals("default", anna.path("accountName").asText(), anna::toString);
      assertFalse(anna.path("operator").asBoolean());
      HttpResponse<String> paul = site.send("GET", SESSION, "paul");
      assertEquals(403, paul.statusCode());
      assertEquals("account-unknown", json(paul).path("code").asText());
      assertTrue(json(site.send("GET", SESSION, "olga")).path("operator").asBoolean());
    }
  }

  @Test
  void withoutAccountsSetting_thePrincipalsNameIsTheAccounts() throws IOException {
    try (ConsoleSite site = new ConsoleSite(folder, xml())) {
      HttpResponse<String> anna = site.send("GET", SESSION, "anna");
      assertEquals("account-unknown", json(anna).path("code").asText());
    }
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "init accounts    | anna                    | <principal>=<account name> pairs",
        "init accounts    | ''                      | <principal>=<account name> pairs",
        "init accounts    | anna=                   | <principal>=<account name> pairs",
        "init accounts    | =default                | <principal>=<account name> pairs",
        "init accounts    | anna=default,           | <principal>=<account name> pairs",
        "init accounts    | anna=default,anna=other | names the principal anna twice",
        "init acounts     | anna=default            | knows no init-param acounts",
        "store schema     | maybe                   | schema",
        "store cachetime  | 60s                     | cachetime",
        "store masterKey  | hush-hush               | masterKey",
        "store masterKey  | ${env:NOT_SET_ANYWHERE} | NOT_SET_ANYWHERE",
        "store jdbcUrl    | jdbc:nothing:at-all     | jdbc",
      })
  void mistake_isUnavailableForAllAndTheLogSaysWhy(String what, String value, String sentence) {
    String name = what.substring(what.indexOf(' ') + 1);
    ConsoleXml broken =
        what.startsWith("init") ? xml().initParam(name, value) : xml().contextParam(name, value);
    try (HeardLog log = HeardLog.of("");
        ConsoleSite site = new ConsoleSite(folder, broken)) {
      assertTrue(site.isStarted(), "init threw");
      for (String path : List.of("", "/", "/app.js", SESSION, "/api/v1/accounts", "/nothing")) {
        for (String method : List.of("GET", "POST", "DELETE")) {
          HttpResponse<String> answer = site.send(method, path, "olga");
          assertEquals(503, answer.statusCode(), method + " " + path);
          assertFalse(answer.body().contains("Exception"), answer::body);
          assertTrue(answer.headers().firstValue("Content-Security-Policy").isPresent());
        }
      }
      assertEquals(503, site.send("GET", SESSION, "nobody").statusCode());
      List<HeardLog.Line> said =
          log.lines(
              line ->
                  line.level().intValue() >= Level.SEVERE.intValue()
                      && line.logger().startsWith("dev.countersign."));
      assertEquals(1, said.size(), said::toString);
      assertTrue(said.get(0).text().contains(sentence), said::toString);
      assertTrue(said.get(0).text().contains("answered 503"), said::toString);
      assertFalse(said.get(0).text().contains("hush-hush"), said::toString);
    }
  }

  @Test
  void databaseThatDoesNotAnswer_isUnavailableButThePageIsThere() {
    ConsoleXml away = xml().contextParam("jdbcUrl", "jdbc:postgresql://127.0.0.1:1/x").basic();
    try (ConsoleSite site = new ConsoleSite(folder, away)) {
      assertTrue(site.isStarted(), "init threw");
      assertEquals(503, site.send("GET", SESSION, "olga").statusCode());
      assertEquals(200, site.send("GET", "/", "olga").statusCode());
      assertEquals(403, site.send("GET", "/", "visitor").statusCode());
    }
  }
}
