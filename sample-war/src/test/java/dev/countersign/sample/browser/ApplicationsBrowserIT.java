package dev.countersign.sample.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.WireSigner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** What the owner of an application does with it, and an operator for him. */
@ExtendWith({InBrowser.class, Sites.Extension.class})
class ApplicationsBrowserIT {

  private static final String SECRET = "Secret";

  private final Site site;
  private final Sites sites;
  private final ChromeDriver driver;

  ApplicationsBrowserIT(Sites sites, ChromeDriver driver) {
    this.sites = sites;
    this.site = sites.of(SiteKind.BROWSER);
    this.driver = driver;
  }

  private Visit as(String user) {
    return new Visit(driver, site, sites.users().named(user)).begin();
  }

  private static void create(Visit visit, String name) {
    visit.open("/applications/new", "New application");
    if (visit.operator()) {
      visit.choose("Account", "shop");
    }
    visit.fill("Name", name).fill("Description", "made in a browser").press("Create").heading(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "admin"})
  void application_livesFromItsCreationToItsEnd(String user) {
    Visit visit = as(user);
    String name = "life of " + user;
    create(visit, name);
    visit.press("I have copied it").sees("made in a browser").sees("enabled");
    visit.press("Edit").fill("Name", name + " 2").tick("tencent").press("Save");
    visit.heading(name + " 2").sees("countersign-1, tencent");
    visit.press("Disable").confirm("Disable").sees("disabled");
    visit.press("Enable").sees("enabled").calm();
    visit.follow("Applications").heading("Applications").fill("Search by name", name);
    visit.press("Search").seesRow(name + " 2", "enabled").seesNoRow("shop-front");
    visit.follow(name + " 2").heading(name + " 2").press("Delete").confirm("Delete for good");
    visit.heading("Applications").seesRow("shop-front", "enabled").seesNoRow(name);
    visit.calm();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "admin"})
  void secret_isRotatedWithOverlapAndShowsWhichOneIsUsed(String user) {
    Visit visit = as(user);
    create(visit, "rotated by " + user);
    String appKey = visit.value("App key");
    String first = visit.value(SECRET);
    visit.press("I have copied it").sees("current").sees("never");
    visit.press("Rotate").fill("Overlap in hours", "2").press("Issue a new secret");
    visit.sees("Copy the secret now").sees("The former secret serves until");
    String second = visit.value(SECRET);
    assertNotEquals(first, second);
    visit.press("I have copied it").seesRow("former", "never").seesRow("current", "never");
    site.send(
        WireSigner.sign(site.get("/orders/17"), new Application("", "", appKey, first, "release")));
    visit
        .sight()
        .eventually(
            () -> {
              driver.navigate().refresh();
              visit.seesRow("current", "never");
              return visit.sight().row("former").contains("never") ? null : true;
            },
            "use of the former secret");
    visit.press("End overlap").press("Erase the former secret").seesNoRow("former");
    visit.press("Reset").press("Replace at once").sees("Copy the secret now");
    assertFalse(List.of(first, second).contains(visit.value(SECRET)));
    visit.press("I have copied it").seesNot("Copy the secret now").calm();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "admin"})
  void secret_isNowhereAfterItsPageIsLeft(String user) {
    Visit visit = as(user);
    create(visit, "secret of " + user);
    String secret = visit.value(SECRET);
    assertTrue(secret.length() > 20, "no secret");
    visit.press("Copy Secret").sees("Copied");
    visit.press("I have copied it").sees("made in a browser");
    List<String> rest = List.of("/applications", "/audit", "/session", "/audit?limit=200");
    rest.forEach(path -> assertFalse(visit.sight().rest(path).contains(secret), path));
    assertFalse(visit.sight().all().contains(secret));
    driver.navigate().back();
    visit.heading("New application").settled();
    assertFalse(visit.sight().all().contains(secret));
    driver.navigate().back();
    driver.navigate().forward();
    visit.heading("New application");
    assertFalse(visit.sight().all().contains(secret));
    visit.open("/audit", "Audit").sees("application");
    assertFalse(visit.sight().all().contains(secret));
    assertEquals(0L, driver.executeScript("return localStorage.length + sessionStorage.length"));
    visit.calm();
  }

  @Test
  void secretOnAPageThatIsLeft_isNotThereOnTheWayBack() {
    Visit visit = as("shop");
    create(visit, "left with its secret");
    String secret = visit.value(SECRET);
    assertTrue(secret.length() > 20, "no secret");
    driver.get(visit.url() + "icon.svg");
    driver.navigate().back();
    visit.heading("New application").settled();
    assertFalse(visit.sight().all().contains(secret));
    visit.calm();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "admin"})
  void permissions_areWhatTheApplicationMayCall(String user) {
    Visit visit = as(user).open("/applications?search=shop-front", "Applications");
    visit.follow("shop-front").heading("shop-front").seesRow("POST /orders", "whole group");
    visit.open("/applications?search=expired", "Applications").follow("expired");
    visit.heading("expired").seesRow("* /echo/**", "expired").calm();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "admin"})
  void mistakes_areToldInWords(String user) {
    Visit visit = as(user).open("/applications?search=no-grant", "Applications");
    visit.follow("no-grant").heading("no-grant").sees("It has not been granted anything yet.");
    visit.press("Edit").tick("countersign-1").press("Save").sees("scheme").press("Cancel");
    visit.at("/applications/missing").sees("No such application");
    visit.at("/nowhere").sees("There is no such page.").calm();
  }
}
