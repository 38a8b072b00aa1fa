package dev.countersign.sample.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.SampleUsers;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One WAR with the console, the filter and a JAX-RS application, which takes whatever goes wrong:
 * with the server's own JAX-RS where it has one, else with one that the WAR brings.
 */
@ExtendWith(Sites.Extension.class)
class BesideJaxRsIT {

  private final Site site;
  private final SampleUsers users;

  BesideJaxRsIT(Sites sites) {
    this.site = sites.of(SiteKind.BESIDE_JAX_RS);
    this.users = sites.users();
  }

  @ParameterizedTest
  @CsvSource({
    "/rs/open,                200, -,                   nobody",
    "/rs/nothing,             418, -,                   by JAX-RS",
    "/rs/console/api/v1,      418, -,                   by JAX-RS",
    "/rs/signed/desk,         401, credentials-missing, credentials-missing",
    "/console/api/v1/session, 401, login-missing,       login-missing",
    "/console/api/v1/rs/open, 401, login-missing,       login-missing"
  })
  void path_isAnsweredByWhomItBelongsTo(String path, int status, String code, String text) {
    RawResponse answer = site.send(site.get(path));
    assertEquals(status + " " + code, answer.status() + " " + answer.code(), answer::toString);
    assertTrue(answer.text().contains(text), answer::toString);
  }

  @Test
  void implementation_isThere() {
    RawResponse answer = site.send(site.get("/rs/implementation"));
    assertTrue(answer.text().startsWith("org.glassfish.jersey."), answer::toString);
  }

  /** Made in the console, seen by the filter, told to JAX-RS. */
  @Test
  void callerGrantedInTheConsole_isThePrincipalOfJaxRs() {
    Application caller = site.application("echo");
    RawRequest call = site.get("/rs/signed/desk");
    RawResponse before = site.send(WireSigner.sign(call, caller));
    assertEquals("403 api-unknown", before.status() + " " + before.code(), before::toString);
    ConsoleClient admin = ConsoleClient.of(site, users.named(SampleUsers.ADMIN));
    admin.offer("desk", "GET", "/rs/signed/{name}", caller.applicationId());
    RawResponse after = site.send(WireSigner.sign(call, caller));
    assertEquals(200, after.status(), after::toString);
    assertEquals(caller.applicationId() + " clerk", after.text());
    RawResponse unknown = admin.get("/nothing");
    assertEquals("404 unknown", unknown.status() + " " + unknown.code(), unknown::toString);
  }
}
