package dev.countersign.sample.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.server.SampleUsers;
import dev.countersign.sample.server.Site;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Somebody at the console of a site, who finds things by the words that are on them. While a dialog
 * is open he reaches nothing else.
 */
final class Visit {

  private final ChromeDriver driver;
  private final Sight sight;
  private final Site site;
  private final SampleUsers.User user;
  private String section = "";

  Visit(ChromeDriver driver, Site site, SampleUsers.User user) {
    this.driver = driver;
    this.sight = new Sight(driver);
    this.site = site;
    this.user = user;
  }

  boolean operator() {
    return user.name().equals(SampleUsers.ADMIN);
  }

  String url() {
    return "http://" + site.host() + site.path() + "/console/";
  }

  /** Logs in where nobody, or somebody else, was. */
  Visit begin() {
    // Away from the page first: what it still asks for would be given a session of its own.
    driver.get("http://" + site.host() + site.path() + "/login/login.css");
    driver.manage().deleteAllCookies();
    driver.get(url());
    driver.findElement(By.name("j_username")).sendKeys(user.name());
    driver.findElement(By.name("j_password")).sendKeys(user.password());
    driver.findElement(By.cssSelector("[type=submit]")).click();
    heading("Applications");
    return this;
  }

  /** Opens a view and waits until it has read what it shows. */
  Visit open(String place, String heading) {
    return at(place).heading(heading).settled();
  }

  Visit at(String place) {
    driver.executeScript("location.hash = arguments[0]", place);
    return this;
  }

  Visit heading(String text) {
    eventually(
        () -> text.equals(driver.findElement(By.tagName("h1")).getText()), "heading " + text);
    return this;
  }

  /** Until nothing is being read or sent. */
  Visit settled() {
    eventually(
        () -> driver.findElements(By.cssSelector("[aria-busy=true]")).isEmpty(), "what is read");
    return this;
  }

  /** Looks for things only in the section of this heading; in all with an empty one. */
  Visit within(String heading) {
    section = heading;
    return this;
  }

  Visit press(String words) {
    return act("button", words, WebElement::click);
  }

  /** Presses in the dialog that asks. */
  Visit confirm(String words) {
    return act("confirm", words, WebElement::click);
  }

  /** Presses in the row that holds the text. */
  Visit press(String words, String row) {
    eventually(
        () -> {
          found("button", words, row).click();
          return true;
        },
        words + " in the row of " + row);
    return this;
  }

  Visit follow(String words) {
    return act("link", words, WebElement::click);
  }

  Visit fill(String label, String text) {
    return act(
        "field",
        label,
        field -> {
          field.clear();
          field.sendKeys(text);
        });
  }

  /** What a picker of the browser would do. */
  Visit pick(String label, String value) {
    return act(
        "field",
        label,
        field -> driver.executeScript("arguments[0].value = arguments[1]", field, value));
  }

  Visit choose(String label, String option) {
    return act(
        "field",
        label,
        field ->
            field.findElement(By.xpath("./option[normalize-space()='" + option + "']")).click());
  }

  Visit tick(String label) {
    return act("field", label, WebElement::click);
  }

  Visit upload(String label, Path file) {
    return act("field", label, field -> field.sendKeys(file.toAbsolutePath().toString()));
  }

  String value(String label) {
    return sight.eventually(() -> found("field", label, null).getDomProperty("value"), label);
  }

  /** Waits until the page shows the text to people. */
  Visit sees(String text) {
    eventually(() -> sight.text().contains(text), text);
    return this;
  }

  Visit seesNot(String text) {
    eventually(() -> !sight.text().contains(text), "not " + text);
    return this;
  }

  /** Waits until the row that holds one text holds the other, too. */
  Visit seesRow(String row, String text) {
    eventually(
        () -> sight.rows().stream().anyMatch(line -> line.contains(row) && line.contains(text)),
        row + ": " + text);
    return this;
  }

  Visit seesNoRow(String row) {
    eventually(() -> sight.rows().stream().noneMatch(line -> line.contains(row)), "no " + row);
    return this;
  }

  /** Nothing was blocked, failed or ran that is not the page's own. */
  Visit calm() {
    assertEquals(
        "[]", driver.executeScript("return JSON.stringify(window.alarms)"), driver.getCurrentUrl());
    return this;
  }

  private Visit act(String kind, String words, Consumer<WebElement> action) {
    eventually(
        () -> {
          action.accept(found(kind, words, null));
          return true;
        },
        kind + " " + words);
    return this;
  }

  private WebElement found(String kind, String words, String row) {
    return sight.found(kind, words, row, section);
  }

  Sight sight() {
    return sight;
  }

  private void eventually(Supplier<Boolean> condition, String what) {
    sight.eventually(condition, what);
  }
}
