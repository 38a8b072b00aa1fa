package dev.countersign.sample.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.SampleUsers;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a request to the console must be like, and what every answer is like. */
@ExtendWith(Sites.Extension.class)
class ConsoleRequestsIT {

  private static final String NEW = "{\"name\":\"%s\"}";

  private final Site site;
  private final SampleUsers users;
  private final ConsoleClient shop;

  ConsoleRequestsIT(Sites sites) {
    this.site = sites.of(SiteKind.SAMPLE);
    this.users = sites.users();
    this.shop = ConsoleClient.of(site, users.named("shop"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/console/bad-requests.csv", delimiter = '|', numLinesToSkip = 1)
  void badRequest_isAProblem(
      String sentence, String method, String path, String body, int status, String code) {
    RawRequest request = shop.request(method, path == null ? "" : path).add("If-Match", "\"1\"");
    RawResponse answer = site.send(body == null ? request : request.body("application/json", body));
    assertEquals(status + " " + code, answer.status() + " " + answer.code(), answer::toString);
    assertFalse(answer.text().contains("Exception"), answer::toString);
  }

  @Test
  void changeWithoutToken_isCsrf() {
    RawRequest change = shop.untold("POST", "/applications");
    for (RawRequest one :
        List.of(
            change,
            change.add("X-Countersign-Token", ""),
            change.add("X-Countersign-Token", shop.token() + "x"),
            change.add("X-Countersign-Token", shop.token()).add("Sec-Fetch-Site", "cross-site"),
            change.add("X-Countersign-Token", shop.token()).add("Sec-Fetch-Site", "same-site"),
            change.add("X-Countersign-Token", shop.token()).without("Cookie"))) {
      RawResponse answer = site.send(one.body("application/json", NEW.formatted("never")));
      assertEquals("403 csrf", answer.status() + " " + answer.code());
    }
    assertEquals(0, shop.get("/applications?search=never").json().path("items").size());
  }

  @Test
  void changeWithAnothersToken_isCsrf() {
    ConsoleClient other = ConsoleClient.of(site, user("partner"));
    RawRequest change = shop.untold("POST", "/applications");
    RawResponse answer =
        site.send(
            change
                .add("X-Countersign-Token", other.token())
                .body("application/json", NEW.formatted("never")));
    assertEquals("403 csrf", answer.status() + " " + answer.code());
  }

  private SampleUsers.User user(String name) {
    return users.named(name);
  }

  @Test
  void bodyOfAnotherType_isMediaType() {
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "x")) {
      RawResponse answer =
          site.send(shop.request("POST", "/applications").body(type, NEW.formatted("never")));
      assertEquals("415 media-type", answer.status() + " " + answer.code(), type);
    }
  }

  @Test
  void largeBody_isTooLarge() {
    String large = "{\"name\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}";
    RawRequest request =
        shop.request("POST", "/applications").body("application/json", large).inChunks();
    RawResponse answer = site.send(request);
    assertEquals("413 too-large", answer.status() + " " + answer.code());
  }

  @Test
  void everyAnswer_tellsTheBrowserToTrustNothingElse() {
    for (RawResponse answer :
        List.of(
            shop.get("/session"),
            shop.get("/nothing"),
            site.send(site.get(ConsoleClient.REST + "/session")))) {
      String policy = answer.headers().get("Content-Security-Policy");
      assertTrue(policy.contains("default-src 'none'"), policy);
      assertTrue(policy.contains("frame-ancestors 'none'"), policy);
      assertEquals("nosniff", answer.headers().get("X-Content-Type-Options"));
      assertEquals("no-referrer", answer.headers().get("Referrer-Policy"));
      assertEquals("no-store", answer.headers().get("Cache-Control"));
    }
  }

  @Test
  void sessionCookie_isSameSiteStrict() {
    RawResponse answer = site.send(site.get("/console/"));
    String cookie = answer.headers().get("Set-Cookie");
    assertTrue(cookie.contains("SameSite=Strict") && cookie.contains("HttpOnly"), cookie);
  }

  @Test
  void logout_endsTheSession() {
    ConsoleClient client = ConsoleClient.of(site, user("partner"));
    RawRequest request = client.request("DELETE", "/session");
    assertEquals(204, site.send(request).status());
    assertEquals(403, site.send(request).status());
  }

  @Test
  void conflict_isAnsweredWithoutTheWarsErrorPage() {
    ConsoleClient admin = ConsoleClient.of(site, user("admin"));
    admin.send("POST", "/accounts", NEW.formatted("twice"));
    RawResponse answer = admin.send("POST", "/accounts", NEW.formatted("twice"));
    assertEquals("409 taken", answer.status() + " " + answer.code());
  }
}
