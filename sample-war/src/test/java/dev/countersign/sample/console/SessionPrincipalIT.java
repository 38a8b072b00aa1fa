package dev.countersign.sample.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.countersign.sample.server.SampleUsers;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One session, and first one, then another logged in with it. */
@ExtendWith(Sites.Extension.class)
class SessionPrincipalIT {

  private final Site site;
  private final SampleUsers users;

  SessionPrincipalIT(Sites sites) {
    this.site = sites.of(SiteKind.DOORWAY);
    this.users = sites.users();
  }

  private record Visit(SampleUsers.User user, String cookie, String token) {}

  @Test
  void tokenFromBeforeALoginAsSomebodyElse_isCsrf() {
    Visit shop = visit("shop", null);
    Visit partner = visit("partner", leave(shop));
    assertNotEquals(shop.token(), partner.token());
    assertEquals("403 csrf", change(partner, shop.token()));
    assertEquals("201 -", change(partner, partner.token()));
    Visit again = visit("shop", leave(partner));
    assertEquals(shop.token(), again.token(), "the session was the same all the time");
    assertEquals("403 csrf", change(again, partner.token()));
  }

  /** Logged in by name, in the session of this cookie where there is one. */
  private Visit visit(String name, String cookie) {
    SampleUsers.User user = users.named(name);
    RawRequest request = ConsoleClient.named(site.get(ConsoleClient.REST + "/session"), user);
    RawResponse answer = site.send(cookie == null ? request : request.add("Cookie", cookie));
    assertEquals(200, answer.status(), answer::toString);
    assertEquals(name, answer.json().path("name").asText(), answer::toString);
    return new Visit(user, cookie(answer, cookie), answer.json().path("csrfToken").asText());
  }

  /** The WAR's own logout, which leaves the session as it is. */
  private String leave(Visit visit) {
    RawResponse answer = site.send(site.get("/leave").add("Cookie", visit.cookie()));
    assertEquals(204, answer.status());
    return cookie(answer, visit.cookie());
  }

  private static String cookie(RawResponse answer, String before) {
    String sent = answer.headers().get("Set-Cookie");
    return sent == null ? before : sent.split(";", 2)[0];
  }

  private String change(Visit visit, String token) {
    RawRequest request =
        ConsoleClient.named(
            site.request("POST", ConsoleClient.REST + "/applications"), visit.user());
    RawResponse answer =
        site.send(
            request
                .add("Cookie", visit.cookie())
                .add("X-Countersign-Token", token)
                .body("application/json", "{\"name\":\"of-" + token.hashCode() + "\"}"));
    return answer.status() + " " + answer.code();
  }
}
