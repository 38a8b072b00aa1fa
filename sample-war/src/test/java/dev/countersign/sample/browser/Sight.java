package dev.countersign.sample.browser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.FluentWait;

/** What a page shows, and what it only holds. */
record Sight(ChromeDriver driver) {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final String FIND = Scripts.read("find.js");

  /** What bears these words and can be used. */
  WebElement found(String kind, String words, String row, String section) {
    Object element = driver.executeScript(FIND, kind, words, row, section);
    if (element == null) {
      throw new StaleElementReferenceException("not there: " + words);
    }
    return (WebElement) element;
  }

  String text() {
    return (String) driver.executeScript("return document.body.innerText");
  }

  List<String> rows() {
    String all = "return [...document.querySelectorAll('tbody tr')].map((row) => row.innerText)";
    return ((List<?>) driver.executeScript(all)).stream().map(String::valueOf).toList();
  }

  String row(String text) {
    return rows().stream().filter(line -> line.contains(text)).findFirst().orElseThrow();
  }

  /** All of the page, also what nobody sees. */
  String all() {
    return (String)
        driver.executeScript(
            "return document.documentElement.outerHTML"
                + " + [...document.querySelectorAll('input,textarea')].map((e) => e.value)");
  }

  /** What would be pasted, as soon as it is what it should be. */
  String clipboard(String expected) {
    driver.executeCdpCommand(
        "Browser.grantPermissions",
        // All others are taken away by it: without the second the page could write no more.
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    String read =
        "const done = arguments[0]; navigator.clipboard.readText().then(done, (e) => done(String(e)))";
    return eventually(
        () -> expected.equals(driver.executeAsyncScript(read)) ? expected : null,
        "the clipboard, which holds " + driver.executeAsyncScript(read));
  }

  /** What the REST interface answers whoever is logged in. */
  String rest(String path) {
    String get =
        "const done = arguments[1];"
            + "fetch('api/v1' + arguments[0]).then((r) => r.text()).then(done, done)";
    return String.valueOf(driver.executeAsyncScript(get, path));
  }

  /** Asks until the answer is neither {@code null} nor false. */
  <T> T eventually(Supplier<T> condition, String what) {
    return new FluentWait<>(condition)
        .withTimeout(PATIENCE)
        .pollingEvery(PAUSE)
        .ignoring(WebDriverException.class)
        .withMessage(() -> "Waited for " + what + " at " + driver.getCurrentUrl() + ":\n" + text())
        .until(Supplier::get);
  }
}
