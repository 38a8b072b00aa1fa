package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What each seeded application may call in which environment. */
@ExtendWith(Sites.Extension.class)
class GrantsIT {

  private final Site site;

  GrantsIT(Sites sites) {
    site = sites.of(SiteKind.WHOLE);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/attack/grants.csv", delimiter = '|', numLinesToSkip = 1)
  void call_isDecidedByTheGrant(
      String sentence,
      String application,
      String environment,
      String method,
      String path,
      int status,
      String code) {
    RawRequest bare = site.request(method, path).add("X-App-Environment", environment);
    RawRequest full = method.equals("POST") ? bare.body("application/json", ORDER) : bare;
    RawRequest signed = WireSigner.sign(full, site.application(application));
    if (status >= 400) {
      site.assertRefused(status, code, signed);
      return;
    }
    RawResponse answer = site.send(signed);
    assertEquals(status, answer.status(), answer::toString);
    String id = site.application(application).applicationId();
    assertEquals(id, answer.json().path("caller").path("application").asText());
    assertEquals(environment, answer.json().path("caller").path("environment").asText());
  }

  private static final String ORDER = "{\"item\":\"pencil\",\"quantity\":3}";
}
