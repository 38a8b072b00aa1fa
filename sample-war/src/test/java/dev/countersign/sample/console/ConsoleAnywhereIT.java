package dev.countersign.sample.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.sample.server.SampleUsers;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console on every server, each with its own realm and its own way of logging people in. */
@ExtendWith(Sites.Extension.class)
class ConsoleAnywhereIT {

  private static final SampleUsers.User NOBODY =
      new SampleUsers.User("nobody-at-all", "no-password-either", "");
  private static final String NEW = "{\"name\":\"made after a login by form\"}";

  private final Sites sites;
  private final Site site;
  private final SampleUsers users;

  ConsoleAnywhereIT(Sites sites) {
    this.sites = sites;
    this.site = sites.of(SiteKind.SAMPLE);
    this.users = sites.users();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /session",
    "GET, /accounts",
    "POST, /applications",
    "DELETE, /session",
    "GET, /nothing"
  })
  void restOfStrangers_isLoginMissing(String method, String path) {
    RawRequest request = site.request(method, ConsoleClient.REST + path);
    assertMissing(site.send(request));
    assertMissing(site.send(ConsoleClient.named(request, NOBODY)));
    assertMissing(site.send(ConsoleClient.named(request, new SampleUsers.User("shop", "x", ""))));
  }

  private static void assertMissing(RawResponse answer) {
    assertRefused("401 login-missing", answer);
    String type = answer.headers().get("Content-Type");
    assertTrue(type.startsWith("application/problem+json"), type);
    assertEquals("no-store", answer.headers().get("Cache-Control"));
    assertTrue(answer.headers().get("Content-Security-Policy").startsWith("default-src 'none'"));
  }

  private static void assertRefused(String statusAndCode, RawResponse answer) {
    assertEquals(statusAndCode, answer.status() + " " + answer.code(), answer::toString);
  }

  /** Jetty shows its login where a descriptor asks for it, and not because a servlet does. */
  private boolean isJetty() {
    return sites.server().name().startsWith("jetty");
  }

  @ParameterizedTest
  @EnumSource(names = {"SAMPLE", "GUARDED_CONSOLE"})
  void pageOfStrangers_isTheServersLogin(SiteKind kind) {
    Site shown = sites.of(kind);
    RawResponse answer = shown.send(shown.get("/console/"));
    assertFalse(answer.text().contains("id=\"console\""), answer::toString);
    if (isJetty() && kind == SiteKind.SAMPLE) {
      assertRefused("401 login-missing", answer);
      assertTrue(answer.text().contains("security-constraint"), answer::toString);
    } else if (answer.status() == 200) {
      assertTrue(answer.text().contains("j_security_check"), answer::toString);
    } else {
      assertEquals(3, answer.status() / 100, answer::toString);
      assertTrue(answer.headers().get("Location").endsWith("/login/index.html"), answer::toString);
    }
  }

  /** At an address without the slash a form would not find its style sheet. */
  @ParameterizedTest
  @ValueSource(strings = {"/console", "/console?x=y"})
  void consoleWithoutSlash_leadsToItBeforeAnyLogin(String path) {
    RawResponse answer = site.send(site.get(path));
    assertEquals(301, answer.status(), answer::toString);
    assertEquals("./console/", answer.headers().get("Location"));
    assertFalse(answer.headers().containsKey("Set-Cookie"), answer::toString);
  }

  /** What stands in front of the context path is the caller's, or that of who sent him here. */
  @Test
  void targetThatBeginsLikeAHost_leadsToNoOtherHost() {
    String target = "//elsewhere.example/.." + site.path() + "/console";
    RawResponse answer = site.send(site.get("").target(target));
    String location = answer.headers().getOrDefault("Location", "./console/");
    assertEquals("./console/", location, answer::toString);
    assertTrue(answer.status() == 301 || answer.status() / 100 == 4, answer::toString);
  }

  @Test
  void visitorWithoutRole_isForbidden() {
    SampleUsers.User visitor = users.named(SampleUsers.VISITOR);
    RawRequest rest = site.get(ConsoleClient.REST + "/session");
    assertRefused("403 role-missing", site.send(ConsoleClient.named(rest, visitor)));
    if (!isJetty()) {
      RawRequest page = site.get("/console/").add("Cookie", FormLogin.cookie(site, visitor));
      assertRefused("403 role-missing", site.send(page));
    }
    Site guarded = sites.of(SiteKind.GUARDED_CONSOLE);
    String cookie = FormLogin.cookie(guarded, visitor);
    assertEquals(403, guarded.send(guarded.get("/console/").add("Cookie", cookie)).status());
  }

  @Test
  void program_isLetInByNameAndPassword() {
    ConsoleClient admin = ConsoleClient.of(site, users.named(SampleUsers.ADMIN));
    RawResponse accounts = admin.get("/accounts");
    assertEquals(200, accounts.status(), accounts::toString);
    assertTrue(accounts.text().contains("\"shop\""), accounts::toString);
    ConsoleClient shop = ConsoleClient.of(site, users.named("shop"));
    assertRefused("403 operators-only", shop.get("/accounts"));
  }

  /** As the page does it: a form, a session, a token, and a secret that is told once. */
  @ParameterizedTest
  @EnumSource(names = {"SAMPLE", "GUARDED_CONSOLE"})
  void personInTheBrowser_logsInChangesSomethingAndLogsOut(SiteKind kind) {
    assumeTrue(!isJetty() || kind == SiteKind.GUARDED_CONSOLE, "no login without a constraint");
    Site here = sites.of(kind);
    String cookie = FormLogin.cookie(here, users.named("shop"));
    for (String path : List.of("/console/", "/console/", "/console/index.html")) {
      RawResponse page = here.send(here.get(path).add("Cookie", cookie));
      assertEquals(200, page.status(), page::toString);
      assertTrue(page.text().contains("id=\"console\""), page::toString);
    }
    RawRequest session = here.get(ConsoleClient.REST + "/session").add("Cookie", cookie);
    JsonNode me = here.send(session).json();
    assertEquals("shop", me.path("name").asText(), me::toString);
    String token = me.path("csrfToken").asText();

    RawRequest change =
        here.request("POST", ConsoleClient.REST + "/applications")
            .add("Cookie", cookie)
            .body("application/json", NEW);
    assertRefused("403 csrf", here.send(change));
    assertIssuedOnce(here, here.send(change.add("X-Countersign-Token", token)), cookie);

    RawRequest logout = session.method("DELETE");
    assertRefused("403 csrf", here.send(logout));
    assertEquals(204, here.send(logout.add("X-Countersign-Token", token)).status());
    assertRefused("401 login-missing", here.send(session));
  }

  private void assertIssuedOnce(Site here, RawResponse made, String cookie) {
    assertEquals(201, made.status(), made::toString);
    assertEquals("no-store", made.headers().get("Cache-Control"));
    JsonNode issued = made.json().path("issued");
    String id = issued.path("applicationId").asText();
    String secret = issued.path("secret").asText();
    assertTrue(secret.length() > 20, "no secret");
    RawRequest again = here.get(ConsoleClient.REST + "/applications/" + id).add("Cookie", cookie);
    RawResponse read = here.send(again);
    assertEquals(200, read.status(), read::toString);
    assertFalse(read.text().contains(secret));
    Application application =
        new Application("", id, issued.path("appKey").asText(), secret, "release");
    RawResponse call = here.send(WireSigner.sign(here.get("/orders/17"), application));
    assertRefused("403 not-granted", call);
  }
}
