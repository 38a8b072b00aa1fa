package dev.countersign.sample.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.countersign.sample.server.SampleUsers;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets into the console, whatever web.xml says: the sample's has no constraint on it. */
@ExtendWith(Sites.Extension.class)
class WhoMayIT {

  private final Site site;
  private final SampleUsers users;

  WhoMayIT(Sites sites) {
    this.site = sites.of(SiteKind.SIGNED_CONSOLE);
    this.users = sites.users();
  }

  @ParameterizedTest
  @CsvSource({
    "admin,    /api/v1/session,      200, -",
    "admin,    /api/v1/accounts,     200, -",
    "admin,    /api/v1/audit,        200, -",
    "admin,    /index.html,          200, -",
    "admin,    /nothing,             404, unknown",
    "admin,    /api/v1/nothing,      404, unknown",
    "admin,    /api/v2/session,      404, unknown",
    "shop,     /api/v1/session,      200, -",
    "shop,     /api/v1/accounts,     403, operators-only",
    "shop,     /api/v1/applications, 200, -",
    "shop,     /index.html,          200, -",
    "stranger, /api/v1/session,      403, account-unknown",
    "visitor,  /api/v1/session,      403, role-missing",
    "visitor,  /api/v1/nothing,      403, role-missing"
  })
  void person_isLetInByRole(String name, String path, int status, String code) {
    RawRequest request = site.get("/console" + path);
    RawResponse answer = site.send(withLogin(request, name));
    assertEquals(status + " " + code, answer.status() + " " + answer.code(), answer::toString);
  }

  /** Pages are not for programs, so a name in a header is not looked at there. */
  private RawRequest withLogin(RawRequest request, String name) {
    SampleUsers.User user = users.named(name);
    return request.target().contains("/api/v1")
        ? ConsoleClient.named(request, user)
        : request.add("Cookie", FormLogin.cookie(site, user));
  }

  @Test
  void pageWithoutRole_isForbidden() {
    RawRequest page = site.get("/console/").add("Cookie", cookieOf(SampleUsers.VISITOR));
    RawResponse answer = site.send(page);
    assertEquals("403 role-missing", answer.status() + " " + answer.code());
  }

  @Test
  void nobody_seesTheContainersLoginAndNothingElse() {
    RawResponse page = site.send(site.get("/console/"));
    assertEquals(200, page.status());
    assertEquals(true, page.text().contains("j_security_check"));
    RawResponse rest = site.send(site.get(ConsoleClient.REST + "/session"));
    assertEquals("401 login-missing", rest.status() + " " + rest.code());
  }

  @Test
  void wrongPassword_isLoginMissing() {
    SampleUsers.User wrong = new SampleUsers.User("admin", "wrong", "");
    RawRequest request = site.get(ConsoleClient.REST + "/session");
    RawResponse answer = site.send(ConsoleClient.named(request, wrong));
    assertEquals("401 login-missing", answer.status() + " " + answer.code());
    assertFalse(answer.headers().containsKey("Set-Cookie"));
  }

  @Test
  void brokenAuthorization_isLoginMissing() {
    for (String value : new String[] {"Basic", "Basic !", "Basic Og==", "Bearer x", "Basic eA=="}) {
      RawResponse answer =
          site.send(site.get(ConsoleClient.REST + "/session").add("Authorization", value));
      assertEquals("401 login-missing", answer.status() + " " + answer.code(), value);
    }
  }

  /** Admitted by the filter, with every right, and logged in as an operator on top of it. */
  @Test
  void signedCall_isRefusedByTheConsole() {
    ConsoleClient admin = ConsoleClient.of(site, users.named(SampleUsers.ADMIN));
    admin.offer("desk", "*", "/desk/**", site.application("echo").applicationId());
    RawRequest request = site.get("/desk/api/v1/session").add("Cookie", cookieOf("admin"));

    RawResponse unsigned = site.send(request);
    assertEquals("401 credentials-missing", unsigned.status() + " " + unsigned.code());
    RawResponse signed = site.send(WireSigner.sign(request, site.application("echo")));
    assertEquals("403 caller", signed.status() + " " + signed.code());
  }

  private String cookieOf(String name) {
    return FormLogin.cookie(site, users.named(name));
  }
}
