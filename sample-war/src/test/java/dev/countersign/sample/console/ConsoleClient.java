package dev.countersign.sample.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.sample.server.SampleUsers;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody at the console of a site, by name and password, with a session and its token. */
final class ConsoleClient {

  static final String REST = "/console/api/v1";

  private final Site site;
  private final SampleUsers.User user;
  private final String cookie;
  private final String token;

  private ConsoleClient(Site site, SampleUsers.User user, String cookie, String token) {
    this.site = site;
    this.user = user;
    this.cookie = cookie;
    this.token = token;
  }

  static ConsoleClient of(Site site, SampleUsers.User user) {
    RawResponse session = site.send(named(site.get(REST + "/session"), user));
    if (session.status() != 200) {
      throw new AssertionError(session.toString());
    }
    String cookie = session.headers().get("Set-Cookie").split(";", 2)[0];
    return new ConsoleClient(site, user, cookie, session.json().path("csrfToken").asText());
  }

  static RawRequest named(RawRequest request, SampleUsers.User user) {
    String pair = user.name() + ":" + user.password();
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    return request.add("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  String token() {
    return token;
  }

  /** With everything that a change needs but its token. */
  RawRequest untold(String method, String path) {
    return named(site.request(method, REST + path), user).add("Cookie", cookie);
  }

  RawRequest request(String method, String path) {
    return untold(method, path).add("X-Countersign-Token", token);
  }

  RawResponse get(String path) {
    return site.send(request("GET", path));
  }

  RawResponse send(String method, String path, String json) {
    return site.send(request(method, path).body("application/json", json));
  }

  RawResponse send(String method, String path, String json, String etag) {
    return site.send(request(method, path).add("If-Match", etag).body("application/json", json));
  }

  /**
   * As an operator: makes a group with an API and grants it, in the environment {@code release}.
   */
  void offer(String group, String method, String template, String applicationId) {
    String account = get("/accounts").json().path("items").path(0).path("id").asText();
    String id =
        made("/api-groups", "{\"accountId\":\"%s\",\"name\":\"%s\"}".formatted(account, group))
            .path("id")
            .asText();
    made(
        "/api-groups/" + id + "/apis",
        "{\"method\":\"%s\",\"template\":\"%s\"}".formatted(method, template));
    made(
        "/grants",
        ("{\"applicationId\":\"%s\",\"groupId\":\"%s\",\"environment\":\"release\","
                + "\"roles\":[\"clerk\"]}")
            .formatted(applicationId, id));
  }

  /** What was made. */
  JsonNode made(String path, String json) {
    RawResponse answer = send("POST", path, json);
    if (answer.status() >= 300) {
      throw new AssertionError(path + " " + answer);
    }
    return answer.json();
  }
}
