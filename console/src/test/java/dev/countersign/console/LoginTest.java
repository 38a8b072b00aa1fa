package dev.countersign.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.console.rest.Json;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who somebody is that brings a session and a name, and what a WAR's login pages say. */
class LoginTest {

  private static final String SESSION = "/api/v1/session";

  @TempDir private Path folder;
  private ConsoleSite site;

  @BeforeEach
  void start() {
    ConsoleXml xml =
        ConsoleXml.form(
            Map.of(
                "jdbcUrl", "jdbc:h2:mem:" + UUID.randomUUID(),
                "schema", "migrate",
                "masterKey", "file:" + folder.resolve("master.key") + "?create"));
    site = new ConsoleSite(folder, xml.initParam("accounts", "anna=default,paul=default"));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  /** The name of whoever is logged in, or the refusal. */
  private String who(HttpRequest.Builder request) throws IOException {
    HttpResponse<String> answer = site.send(request);
    JsonNode body = Json.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    String told = body.path(answer.statusCode() == 200 ? "name" : "code").asText();
    return answer.statusCode() + " " + told;
  }

  private HttpRequest.Builder named(String user, String cookie) {
    return site.as(user, ConsoleSite.PASSWORD, SESSION).header("Cookie", cookie);
  }

  @Test
  void sessionOfAnother_isLoginMismatch() throws IOException {
    String anna = cookie(site.send("GET", SESSION, "anna"));
    assertEquals("200 anna", who(site.request(SESSION).header("Cookie", anna)));
    assertEquals("200 anna", who(named("anna", anna)));
    assertEquals("401 login-mismatch", who(named("paul", anna)));
    assertEquals("401 login-mismatch", who(named("olga", anna)));
    assertEquals("401 login-mismatch", who(named("Anna", anna)));
    assertEquals("200 anna", who(named("anna", anna)), "the session is as it was");
    assertEquals("200 paul", who(site.as("paul", ConsoleSite.PASSWORD, SESSION)));
  }

  @Test
  void headerThatCannotBeRead_isLoginMismatchInASession() throws IOException {
    String anna = cookie(site.send("GET", SESSION, "anna"));
    for (String header : new String[] {"Basic ", "Basic !", "basic YW5uYQ==", "Basic Og=="}) {
      HttpRequest.Builder request = site.request(SESSION).header("Cookie", anna);
      String expected = header.equals("Basic ") ? "200 anna" : "401 login-mismatch";
      assertEquals(expected, who(request.header("Authorization", header)), header);
    }
  }

  @Test
  void containersBasic_namesWhomTheHeaderNames() throws IOException {
    stop();
    Path other = folder.resolve("basic");
    ConsoleXml xml =
        ConsoleXml.form(
            Map.of(
                "jdbcUrl", "jdbc:h2:mem:" + UUID.randomUUID(),
                "schema", "migrate",
                "masterKey", "file:" + folder.resolve("other.key") + "?create"));
    site = new ConsoleSite(other, xml.basic().initParam("accounts", "anna=default,paul=default"));
    String anna = cookie(site.send("GET", SESSION, "anna"));
    assertEquals("200 anna", who(named("anna", anna)));
    String paul = who(named("paul", anna));
    assertTrue(paul.equals("401 login-mismatch") || paul.equals("200 paul"), paul);
  }

  @Test
  void loginPages_tellBrowsersWhatTheConsoleTellsThem() {
    HttpResponse<String> form = site.send(site.request("/"));
    assertHeaders(form);
    HttpResponse<String> failed =
        site.send(
            site.request("/j_security_check")
                .header("Cookie", cookie(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("j_username=anna&j_password=wrong")));
    assertHeaders(failed);
    assertHeaders(site.send(site.request("/../login.html")));
  }

  private static void assertHeaders(HttpResponse<String> page) {
    assertTrue(page.body().contains("<title>Log in</title>"), page::body);
    Map<String, String> wanted =
        Map.of(
            "Content-Security-Policy", SecurityHeaders.POLICY,
            "X-Frame-Options", "DENY",
            "X-Content-Type-Options", "nosniff",
            "Cache-Control", "no-store");
    wanted.forEach(
        (name, value) ->
            assertEquals(value, page.headers().firstValue(name).orElse("-"), page.uri() + name));
  }
}
