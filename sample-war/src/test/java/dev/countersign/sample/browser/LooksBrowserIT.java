package dev.countersign.sample.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;

/** Each page in light, dark and narrow, for people in pictures, and for all who read otherwise. */
@ExtendWith({InBrowser.class, Sites.Extension.class})
class LooksBrowserIT {

  /** Long, and without a place to break the line. */
  private static final String LONG = "A-name-that-nobody-should-give-but-somebody-will-".repeat(4);

  private static final Map<String, String> PAGES =
      Map.of(
          "/applications", "Applications",
          "/applications/new", "New application",
          "/apis", "API groups",
          "/grant", "Grant",
          "/authorizations", "Authorizations",
          "/explain", "Explain",
          "/audit", "Audit");

  private final Site site;
  private final Sites sites;
  private final ChromeDriver driver;
  private final Looks looks;

  LooksBrowserIT(Sites sites, ChromeDriver driver) {
    this.sites = sites;
    this.site = sites.of(SiteKind.BROWSER);
    this.driver = driver;
    this.looks = new Looks(driver);
  }

  private Visit as(String user) {
    return new Visit(driver, site, sites.users().named(user)).begin();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "admin"})
  void everyPage_isAccessibleAndFits(String user) {
    Visit visit = as(user);
    PAGES.forEach(
        (place, heading) -> {
          visit.open(place, heading);
          looks.at(user + place.replace('/', '-'));
        });
    visit.calm();
  }

  @Test
  void loginAndEmptyList_areAccessibleAndFit() {
    Visit visit = as("shop").open("/applications?search=of-no-application", "Applications");
    visit.sees("No application has such a name.");
    looks.at("shop-applications-none");
    visit.calm();
    driver.manage().deleteAllCookies();
    driver.get(visit.url().replaceFirst("/$", ""));
    assertEquals(visit.url(), driver.getCurrentUrl());
    assertStyled();
    looks.at("login");
    driver.findElement(By.name("j_username")).sendKeys("nobody");
    driver.findElement(By.name("j_password")).sendKeys("wrong");
    driver.findElement(By.cssSelector("[type=submit]")).click();
    assertStyled();
    looks.at("login-failed");
  }

  /** The one style sheet of the login is there and in force. */
  private void assertStyled() {
    assertEquals(
        "352px",
        driver.executeScript("return getComputedStyle(document.querySelector('main')).maxWidth"));
  }

  @Test
  void operatorsPages_areAccessibleAndFit() {
    Visit visit = as("admin").open("/accounts", "Accounts");
    looks.at("admin-accounts");
    visit.open("/environments", "Environments");
    looks.at("admin-environments");
    visit.press("New environment").fill("Name", "test").press("Create").sees("name");
    looks.at("admin-environments-refused");
    visit.press("Cancel").calm();
  }

  @Test
  void applicationAndItsSecret_areAccessibleAndFit() {
    Visit visit = as("shop").open("/applications/new", "New application");
    visit.fill("Name", LONG.substring(0, 150)).fill("Description", LONG).press("Create");
    visit.sees("Copy the secret now");
    looks.at("shop-issued");
    visit.press("I have copied it").sees("It has not been granted anything yet.");
    looks.at("shop-application-long");
    visit.press("Delete").sees("ends for good");
    looks.at("shop-dialog");
    visit.confirm("Delete for good").heading("Applications").follow("shop-front");
    visit.heading("shop-front").seesRow("POST /orders", "valid");
    looks.at("shop-application");
    visit.calm();
  }

  @Test
  void groupAndAuthorization_areAccessibleAndFit() {
    Visit visit = as("shop").open("/apis", "API groups").follow("orders");
    visit.heading("orders").seesRow("partner-feed (partner)", "valid");
    visit.fill(
        "Or its text",
        "openapi: 3.0.0\npaths: {/orders: {get: {}}, '/orders/{id}/items': {get: {}}}");
    visit.press("Preview").seesRow("/orders/{id}/items", "new");
    looks.at("shop-group");
    visit.open("/authorizations", "Authorizations").follow("partner-feed").heading("partner-feed");
    visit.settled();
    looks.at("shop-authorization");
    visit.open("/explain", "Explain").fill("The caller's", "a").fill("The server's", "b");
    visit.press("Compare").sees("Line 1").fill("Request id", "none").press("Explain");
    visit.sees("No such refused call");
    looks.at("shop-explain-answers");
    visit.calm();
  }

  @Test
  void keyboard_opensAndLeavesADialogAndReturns() {
    Visit visit = as("shop").open("/apis", "API groups");
    driver.findElement(By.xpath("//button[.='New group']")).sendKeys(Keys.ENTER);
    visit.sees("New API group");
    driver.switchTo().activeElement().sendKeys(Keys.ESCAPE);
    visit.seesNot("New API group");
    visit
        .sight()
        .eventually(
            () -> driver.switchTo().activeElement().getText().equals("New group") ? true : null,
            "the focus where it was");
  }
}
