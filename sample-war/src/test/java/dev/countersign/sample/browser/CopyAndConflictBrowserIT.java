package dev.countersign.sample.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** What is copied can be pasted, and two who change the same thing learn of each other. */
@ExtendWith({InBrowser.class, Sites.Extension.class})
class CopyAndConflictBrowserIT {

  /** Somebody else at the same console: with any version, so that it is done whatever is there. */
  private static final String RENAME =
      """
      const [name, done] = arguments;
      (async () => {
      const path = "api/v1/applications/" + location.hash.split("/").pop();
      const session = await fetch("api/v1/session").then((answer) => answer.json());
      const answer = await fetch(path, {
        method: "PATCH",
        headers: { "Content-Type": "application/json", "If-Match": "*", "X-Countersign-Token": session.csrfToken },
        body: JSON.stringify({ name }),
      });
      done(answer.status);
      })().catch((e) => done(String(e)));
      """;

  private final ChromeDriver driver;
  private final Visit visit;

  CopyAndConflictBrowserIT(Sites sites, ChromeDriver driver) {
    this.driver = driver;
    this.visit = new Visit(driver, sites.of(SiteKind.BROWSER), sites.users().named("shop")).begin();
  }

  private void create(String name) {
    visit.open("/applications/new", "New application").fill("Name", name).press("Create");
    visit.heading(name).sees("Copy the secret now");
  }

  @Test
  void keyAndSecret_arePastedAsTheyAreShown() {
    create("billing");
    new Looks(driver).at("shop-new-secret");
    String appKey = visit.value("App key");
    String secret = visit.value("Secret");
    assertTrue(appKey.startsWith("ak_") && secret.length() > 20, appKey);
    visit.press("Copy App key");
    assertEquals(appKey, visit.sight().clipboard(appKey));
    visit.press("Copy Secret");
    assertEquals(secret, visit.sight().clipboard(secret));
    assertEquals(2, driver.findElements(By.xpath("//button[.='Copied']")).size());
    visit.press("I have copied it").sees("enabled").calm();
  }

  @Test
  void changeOfWhatSomebodyElseChanged_isToldAndChangesNothing() {
    create("reports");
    visit.press("I have copied it").sees("enabled").press("Edit");
    assertEquals(200L, driver.executeAsyncScript(RENAME, "weekly reports"));
    visit.fill("Name", "daily reports").press("Save");
    visit.sees("Somebody else changed this in the meantime, so nothing was changed now.");
    new Looks(driver).at("shop-conflict");
    visit.press("Show it as it is now").heading("weekly reports").seesNot("daily reports");
    visit.press("Edit").fill("Name", "daily reports").press("Save").heading("daily reports");
    visit.calm();
  }
}
