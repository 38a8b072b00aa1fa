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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The console on every server, those with a JAX-RS of their own among them: it is the console that
 * answers below its path, whether or not the server's realm knows anybody.
 */
@ExtendWith(Sites.Extension.class)
class ConsoleAnywhereIT {

  private static final SampleUsers.User NOBODY =
      new SampleUsers.User("nobody-at-all", "no-password-either", "");

  private final Site site;

  ConsoleAnywhereIT(Sites sites) {
    this.site = sites.of(SiteKind.SAMPLE);
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
  }

  private static void assertMissing(RawResponse answer) {
    assertEquals("401 login-missing", answer.status() + " " + answer.code(), answer::toString);
    String type = answer.headers().get("Content-Type");
    assertTrue(type.startsWith("application/problem+json"), type);
    assertEquals("no-store", answer.headers().get("Cache-Control"));
    assertTrue(answer.headers().get("Content-Security-Policy").startsWith("default-src 'none'"));
  }

  @Test
  void pageOfStrangers_isTheServersLoginOrNone() {
    RawResponse answer = site.send(site.get("/console/"));
    assertFalse(answer.text().contains("id=\"console\""), answer::toString);
    assertTrue(answer.status() != 404 && answer.status() != 500, answer::toString);
  }
}
