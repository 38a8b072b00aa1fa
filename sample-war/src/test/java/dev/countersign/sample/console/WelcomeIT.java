package dev.countersign.sample.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sample shows whoever opens it in a browser, and that it shows no more than that. */
@ExtendWith(Sites.Extension.class)
class WelcomeIT {

  private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

  private final Sites sites;
  private final Site site;

  WelcomeIT(Sites sites) {
    this.sites = sites;
    this.site = sites.of(SiteKind.SAMPLE);
  }

  @Test
  void root_leadsToTheConsoleAndToAnApiThatIsClosed() {
    RawResponse page = site.send(site.get("/"));
    assertEquals(200, page.status(), page::toString);
    assertTrue(page.headers().get("Content-Type").startsWith("text/html"), page::toString);
    List<String> links =
        LINK.matcher(page.text()).results().map(MatchResult::group).map(WelcomeIT::target).toList();
    assertEquals(List.of("index.css", "console/", "orders/17"), links);
    assertEquals(200, site.send(site.get("/index.css")).status());
    assertEquals(200, site.send(site.get("/console/")).status());
    site.assertRefused(401, "credentials-missing", site.get("/orders/17"));
  }

  private static String target(String link) {
    return link.substring("href=\"".length(), link.length() - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/orders", "/orders/", "/echo", "/echo/", "/orders/index.html"})
  void folderOfAnApi_showsNoWelcome(String path) {
    site.assertRefused(401, "credentials-missing", site.get(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/index.css"})
  void welcomeOfAWarThatIsWhollyClosed_isCredentialsMissing(String path) {
    Site closed = sites.of(SiteKind.WHOLE);
    closed.assertRefused(401, "credentials-missing", closed.get(path));
  }
}
