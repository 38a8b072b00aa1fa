package dev.countersign.sample.browser;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.http.ClientConfig;

/** The machine's Chromium, without a window, with a profile of its own; nothing is downloaded. */
final class Browser {

  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path BINARY = Path.of("/usr/bin/chromium");

  /** Says on each new page, before its own scripts, what a script from elsewhere would do. */
  private static final String ALARMS =
      """
      window.alarms = [];
      addEventListener("securitypolicyviolation", (e) => alarms.push("CSP " + e.violatedDirective + " " + e.blockedURI));
      addEventListener("error", (e) => alarms.push("error " + e.message));
      addEventListener("unhandledrejection", (e) => alarms.push("rejection " + e.reason));
      window.hit = () => alarms.push("a payload ran");
      """;

  private static final Duration MOST = Duration.ofMinutes(1);

  private Browser() {}

  /** Why there is none; empty if there is one. */
  static String missing() {
    if (Files.isExecutable(DRIVER) && Files.isExecutable(BINARY)) {
      return "";
    }
    return "No browser: the tests of the console's page need "
        + BINARY
        + " and "
        + DRIVER
        + " (Debian's packages chromium and chromium-driver).";
  }

  static ChromeDriver start() {
    if (!missing().isEmpty()) {
      fail(missing());
    }
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BINARY.toFile());
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    options.setPageLoadStrategy(PageLoadStrategy.NORMAL);
    // A dialog then fails the next step: the console has none, so a payload opened it.
    options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.DISMISS_AND_NOTIFY);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en",
        "--window-size=1200,900");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build();
    ClientConfig patience = ClientConfig.defaultConfig().readTimeout(MOST);
    ChromeDriver driver = new ChromeDriver(service, options, patience);
    driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", ALARMS));
    return driver;
  }
}
