package dev.countersign.sample.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import dev.countersign.testing.Eventually;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a new application in the console to its first calls, and what can be read afterwards. */
@ExtendWith(Sites.Extension.class)
class SecretJourneyIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Site site;
  private final ConsoleClient shop;

  SecretJourneyIT(Sites sites) {
    this.site = sites.of(SiteKind.SAMPLE);
    this.shop = ConsoleClient.of(site, sites.users().named("shop"));
  }

  @Test
  void secret_signsCallsAndIsReadNoMore() {
    RawResponse created = shop.send("POST", "/applications", "{\"name\":\"journey\"}");
    assertEquals(201, created.status(), created::toString);
    assertEquals("no-store", created.headers().get("Cache-Control"));
    JsonNode issued = created.json().path("issued");
    String secret = issued.path("secret").asText();
    String id = issued.path("applicationId").asText();
    String own = site.path() + ConsoleClient.REST + "/applications/" + id;
    assertEquals(own, created.headers().get("Location"));
    Application application =
        new Application("journey", id, issued.path("appKey").asText(), secret, "release");
    RawRequest order = site.get("/orders/17");

    RawResponse refused = site.send(WireSigner.sign(order, application));
    assertEquals("403 not-granted", refused.status() + " " + refused.code());
    String group = groupNamed("orders");
    shop.made(
        "/grants",
        "{\"applicationId\":\"%s\",\"groupId\":\"%s\",\"environment\":\"release\"}"
            .formatted(id, group));
    assertEquals(200, site.send(WireSigner.sign(order, application)).status());
    String requestId = refused.json().path("requestId").asText();
    RawResponse why = eventually("/explain/requests/" + requestId, "detail");
    assertEquals("no grant", why.json().path("detail").asText());
    assertEquals("not-granted", why.json().path("code").asText());
    RawResponse used = eventually("/applications/" + id + "/secrets", "lastUsedAt");
    assertEquals(1, used.json().path("items").size());

    for (String path :
        new String[] {
          "/applications/" + id,
          "/applications",
          "/audit?objectId=" + id,
          "/audit",
          "/applications/" + id + "/secrets",
          "/session",
          "/applications/" + id + "/grants"
        }) {
      RawResponse answer = shop.get(path);
      assertEquals(200, answer.status(), answer::toString);
      assertFalse(answer.text().contains(secret), path);
    }
  }

  /** What the server notes behind requests' backs is there a little later. */
  private RawResponse eventually(String path, String member) {
    AtomicReference<RawResponse> answer = new AtomicReference<>();
    Eventually.within(
        PATIENCE,
        member + " at " + path,
        () -> {
          answer.set(shop.get(path));
          return answer.get().status() == 200 && !isNull(answer.get(), member);
        });
    return answer.get();
  }

  private static boolean isNull(RawResponse answer, String member) {
    JsonNode found = answer.json().findValue(member);
    return found == null || found.isNull();
  }

  private String groupNamed(String name) {
    for (JsonNode group : shop.get("/api-groups").json().path("items")) {
      if (group.path("name").asText().equals(name)) {
        return group.path("id").asText();
      }
    }
    throw new AssertionError("no group " + name);
  }
}
