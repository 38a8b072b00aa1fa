package dev.countersign.console.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.countersign.console.rest.Answer;
import dev.countersign.console.rest.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over HTTP, to a server that wants login, session and token as a console does. */
class CommandServerTest {

  private static final String PASSWORD = "pass-word-of-olga";

  @TempDir private Path folder;
  private CommandScene scene;
  private HttpServer server;
  private Calls database;

  @BeforeEach
  void open() throws IOException {
    scene = new CommandScene(folder);
    scene.environment.put("COUNTERSIGN_PASSWORD", PASSWORD);
    String key = "file:" + folder.resolve("master.key") + "?create";
    Map<String, String> settings =
        Map.of("jdbcUrl", scene.url(), "schema", "migrate", "masterKey", key);
    database = DatabaseCalls.open(settings, "olga", InstantSource.system());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/console/api/v1", this::serve);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    database.close();
    scene.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    Answer answer = answer(exchange, sent);
    byte[] body = answer.body() == null ? new byte[0] : Json.write(answer.body());
    if (exchange.getRequestURI().getPath().endsWith("/session")) {
      String text = new String(body, StandardCharsets.UTF_8);
      body =
          text.replace("\"csrfToken\":null", "\"csrfToken\":\"t0ken\"")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Set-Cookie", "JSESSIONID=s1; Path=/console; HttpOnly");
    }
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Answer answer(HttpExchange exchange, byte[] sent) throws IOException {
    var head = exchange.getRequestHeaders();
    byte[] pair = ("olga:" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    if (!("Basic " + Base64.getEncoder().encodeToString(pair))
        .equals(head.getFirst("Authorization"))) {
      return refused(401, "login-missing");
    }
    String method = exchange.getRequestMethod();
    boolean safe = method.equals("GET");
    String cookie = String.valueOf(head.getFirst("Cookie"));
    if (!safe && !("t0ken".equals(head.getFirst("X-Countersign-Token")) && cookie.contains("s1"))) {
      return refused(403, "csrf");
    }
    if (sent.length > 0 && !"application/json".equals(head.getFirst("Content-Type"))) {
      return refused(415, "media-type");
    }
    String path = exchange.getRequestURI().getPath().substring("/console/api/v1".length());
    return database.answer(
        new Ask(
            method,
            path,
            query(exchange.getRequestURI().getRawQuery()),
            sent.length == 0 ? null : Json.parse(sent),
            head.getFirst("If-Match")));
  }

  private static Answer refused(int status, String code) throws IOException {
    String body = "{\"code\":\"" + code + "\",\"detail\":\"no\"}";
    return new Answer(status, Json.parse(body.getBytes(StandardCharsets.UTF_8)), Map.of());
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private CommandScene.Result run(String... arguments) {
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/console/";
    Path where = scene.file("where.args", "--server " + address + " --user olga");
    String[] all = new String[arguments.length + 1];
    all[0] = "@" + where;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return scene.bare(all);
  }

  @Test
  void commands_goThroughLoginSessionAndToken() {
    CommandScene.Result made =
        run("application", "create", "--account", "default", "--name", "a & b", "--json");
    assertEquals(0, made.code(), made.err());
    String id = made.json().at("/application/id").asText();
    assertEquals(0, run("application", "change", id, "--enabled", "false").code());
    CommandScene.Result found = run("application", "list", "--search", "a & b");
    assertTrue(found.out().contains("a & b"), found.out() + found.err());
    assertEquals(0, run("application", "delete", id).code());
    assertEquals(0, run("doctor").code());
  }

  @Test
  void wrongPassword_isRefusedAndNotRepeated() {
    scene.environment.put("COUNTERSIGN_PASSWORD", "wrong-password-1");
    CommandScene.Result refused = run("account", "list");
    assertEquals(1, refused.code());
    assertTrue(refused.err().startsWith("refused (401 login-missing)"), refused.err());
    assertFalse(refused.err().contains("wrong-password-1"));
    assertEquals(1, run("doctor").code());
  }

  @Test
  void serverThatIsNoConsole_isSaidToBeNone() {
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/elsewhere";
    CommandScene.Result result =
        scene.bare("account", "list", "--server", address, "--user", "olga");
    assertEquals(1, result.code());
    assertTrue(result.err().contains("is --server the address of a console?"), result.err());
  }
}
