package dev.countersign.sample.browser;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.WireSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** Finding out why a call was refused, who changed what, and what only an operator may. */
@ExtendWith({InBrowser.class, Sites.Extension.class})
class ExplainBrowserIT {

  private final Site site;
  private final Sites sites;
  private final ChromeDriver driver;

  ExplainBrowserIT(Sites sites, ChromeDriver driver) {
    this.sites = sites;
    this.site = sites.of(SiteKind.BROWSER);
    this.driver = driver;
  }

  private Visit as(String user) {
    return new Visit(driver, site, sites.users().named(user)).begin();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "admin"})
  void refusedCall_isExplainedFromItsRequestId(String user) {
    Application caller = site.application("expired");
    String id =
        site.send(WireSigner.sign(site.get("/echo/a"), caller)).json().path("requestId").asText();
    Visit visit = as(user).open("/explain", "Explain");
    visit.fill("Request id", id);
    visit
        .sight()
        .eventually(
            () -> {
              visit.press("Explain").settled();
              return visit.sight().text().contains("no such")
                  ? null
                  : visit.sight().text().contains("not-granted");
            },
            "the explanation");
    visit.sees("not-granted").sees("GET " + site.path() + "/echo/a").sees("expired");
    visit.sees("a grant exists, but it is not yet valid or expired");
    visit.within("What would happen now").fill("Application id", caller.applicationId());
    visit.choose("Environment", "release").fill("Path", "/echo/a").press("Decide").within("");
    visit.seesRow("echo", "not-granted").seesRow("echo", "step 7, grant: grant ");
    visit.seesRow("* /echo/**", " expired at ").calm();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "admin"})
  void refusedCallOfAnApplicationWithoutGrant_isExplainedInWords(String user) {
    Application caller = site.application("no-grant");
    Visit visit = as(user).open("/explain", "Explain").within("What would happen now");
    visit.fill("Application id", caller.applicationId()).choose("Environment", "release");
    visit.fill("Path", "/echo/a").press("Decide").within("");
    visit.seesRow("echo", "no grant on * /echo/** or its group in this environment");
    visit.within("What would happen now").fill("Path", "/nowhere").press("Decide").within("");
    visit.sees("step 6, route: no API matches GET /nowhere");
    visit.sees("No API has this method and path.").calm();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "admin"})
  void canonicalTexts_areComparedLineByLine(String user) {
    Visit visit = as(user).open("/explain", "Explain");
    visit.fill("The caller's", "countersign-1\nak_1\n2026-01-01T00:00:00Z");
    visit.fill("The server's", "countersign-1\nak_1\n2026-01-01T00:00:09Z").press("Compare");
    visit.sees("Line 3, column 19 differs.").sees("the timestamp, as sent");
    visit.fill("The server's", "countersign-1\nak_1\n2026-01-01T00:00:00Z").press("Compare");
    visit.sees("The texts are equal").calm();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "admin"})
  void audit_isReadAndSearched(String user) {
    String id = site.application("shop-front").applicationId();
    Visit visit = as(user).open("/audit", "Audit").seesRow("grant.make", "grant");
    visit.fill("Id of an object", id).press("Search").seesRow("application.create", id);
    visit.seesNoRow("grant.make").press("Show", id).sees("\"shop-front\"");
    visit.pick("Until (UTC)", "2020-01-01T00:00:00").press("Search");
    visit.sees("No change was made, or none that fits.").calm();
  }

  @Test
  void operator_keepsAccountsAndEnvironments() {
    Visit visit = as("admin").open("/accounts", "Accounts");
    visit
        .press("New account")
        .fill("Name", "newcomer")
        .press("Create")
        .seesRow("newcomer", "Rename");
    visit.press("Rename", "newcomer").fill("Name", "renamed").press("Save").seesRow("renamed", "");
    visit.press("New account").fill("Name", "renamed").press("Create").sees("name").press("Cancel");
    visit.open("/environments", "Environments").press("New environment").fill("Name", "trial");
    visit.press("Create").seesRow("trial", "Describe");
    visit.press("Describe", "trial").fill("Description", "for trials").press("Save");
    visit
        .seesRow("trial", "for trials")
        .press("Delete", "trial")
        .confirm("Delete")
        .seesNoRow("trial");
    visit.press("Delete", "Production").confirm("Delete").sees("grant").press("Cancel").calm();
  }

  @Test
  void accountUser_seesNothingOfOthersAndLogsOut() {
    Visit visit = as("partner").sees("partner-feed").seesNoRow("shop-front");
    visit.seesNot("Accounts").seesNot("Environments");
    visit.at("/accounts").sees("operator");
    visit
        .at("/applications/" + site.application("echo").applicationId())
        .sees("No such application");
    visit.calm().press("Log out");
    visit
        .sight()
        .eventually(
            () -> driver.findElements(By.name("j_username")).isEmpty() ? null : true, "the login");
  }
}
