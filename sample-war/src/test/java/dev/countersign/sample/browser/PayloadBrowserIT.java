package dev.countersign.sample.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** An account in whose every text is a script is clicked through, by itself and by an operator. */
@ExtendWith({InBrowser.class, Sites.Extension.class})
class PayloadBrowserIT {

  private static final String PAYLOAD =
      "\"'><img src=x onerror=hit()><script>hit()</script>${hit()}{{hit()}}";

  private final Site site;
  private final Sites sites;
  private final ChromeDriver driver;

  PayloadBrowserIT(Sites sites, ChromeDriver driver) {
    this.sites = sites;
    this.site = sites.of(SiteKind.BROWSER);
    this.driver = driver;
  }

  private Visit as(String user) {
    return new Visit(driver, site, sites.users().named(user)).begin();
  }

  @Test
  void accountOfPayloads_isShownAsText() {
    Visit operator = as("admin").open("/accounts", "Accounts");
    operator.press("New account").fill("Name", "stranger").press("Create").seesRow("stranger", "");
    Visit stranger = as("stranger").sees("There are no applications yet.");
    stranger.open("/applications/new", "New application").fill("Name", PAYLOAD);
    stranger.fill("Description", PAYLOAD).press("Create").heading(PAYLOAD);
    text(stranger.press("I have copied it").sees("enabled"));
    stranger.press("Rotate").press("Cancel").press("Disable").sees(PAYLOAD).press("Cancel");
    text(stranger.open("/applications", "Applications").seesRow(PAYLOAD, "enabled"));
    group(stranger);
    text(stranger.open("/authorizations", "Authorizations").seesRow(PAYLOAD, "payloads"));
    text(stranger.follow(PAYLOAD).heading(PAYLOAD).seesRow("payloads", "release"));
    text(stranger.open("/applications?search=img", "Applications").seesRow(PAYLOAD, "enabled"));
    text(stranger.follow(PAYLOAD).heading(PAYLOAD).seesRow("GET /payloads", "valid"));
    audit(stranger);
    refusals(stranger);
    asOperator();
  }

  private void group(Visit visit) {
    visit.open("/apis", "API groups").press("New group").fill("Name", PAYLOAD).press("Create");
    visit.sees("name").fill("Name", "payloads").fill("Description", PAYLOAD).press("Create");
    visit.heading("payloads").press("Add API").fill("Path template", "/payloads");
    text(visit.fill("Description", PAYLOAD).press("Add").seesRow("/payloads", PAYLOAD));
    visit.fill(
        "Or its text",
        "openapi: 3.0.0\npaths: {/x: {get: {summary: '" + PAYLOAD.replace("'", "''") + "'}}}");
    text(visit.press("Preview").seesRow("/x", PAYLOAD).press("Import them").sees("1 APIs were"));
    visit.follow("Grant").heading("Grant").choose("Environment", "release").tick(PAYLOAD);
    visit.fill("Description", PAYLOAD).press("Grant").sees("Granted to " + PAYLOAD);
    text(
        visit
            .follow("All grants of the group")
            .heading("payloads")
            .seesRow(PAYLOAD, "whole group"));
    visit.press("Change", "whole group").sees("Change the grant").press("Cancel");
  }

  private void audit(Visit visit) {
    visit.open("/audit", "Audit").sees("application.create");
    driver.findElements(By.cssSelector("tbody summary")).forEach(summary -> summary.click());
    text(visit.sees("<script>hit()</script>"));
  }

  private void refusals(Visit visit) {
    visit
        .open("/explain", "Explain")
        .fill("Request id", PAYLOAD)
        .press("Explain")
        .sees("does not accept");
    visit.fill("Application id", PAYLOAD).choose("Environment", "release");
    visit.fill("Path", "/" + PAYLOAD).press("Decide");
    visit.fill("The caller's", PAYLOAD).fill("The server's", "x").press("Compare");
    text(visit.sees("Line 1, column 1 differs."));
    visit.at("/applications/" + PAYLOAD).sees("There is no such page").calm();
  }

  private void asOperator() {
    Visit visit = as("admin").open("/accounts", "Accounts");
    visit.press("Rename", "stranger").fill("Name", PAYLOAD).press("Save");
    text(visit.seesRow(PAYLOAD, "Rename"));
    text(visit.open("/applications", "Applications").seesRow(PAYLOAD, "enabled"));
    text(visit.choose("Account", "All accounts").press("Search").sees(PAYLOAD));
    text(visit.follow(PAYLOAD).heading(PAYLOAD).seesRow("GET /payloads", "valid"));
    text(visit.open("/applications/new", "New application").sees(PAYLOAD));
    text(visit.open("/apis", "API groups").seesRow("payloads", PAYLOAD));
    text(visit.open("/authorizations", "Authorizations").sees(PAYLOAD));
    audit(visit);
  }

  /** It is text that people read, and nothing else came of it. */
  private void text(Visit visit) {
    visit.settled().sees(PAYLOAD.substring(0, 12)).calm();
    assertEquals(0, driver.findElements(By.cssSelector("#console img, #console script")).size());
  }
}
