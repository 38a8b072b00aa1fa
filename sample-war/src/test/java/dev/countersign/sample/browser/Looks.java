package dev.countersign.sample.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** Looks at a page as people see it: pictures of it, its accessibility, and its width. */
final class Looks {

  private static final Path PICTURES = Path.of(System.getProperty("screenshots"));
  private static final String AXE = Scripts.read(Scripts.AXE);
  private static final String RUN = Scripts.read("axe-run.js");
  private static final int NARROW = 360;
  private static final int WIDE = 1200;

  private final ChromeDriver driver;

  Looks(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Light and dark, wide and narrow; the name is that of the pictures. */
  void at(String name) {
    for (String theme : List.of("light", "dark")) {
      theme(theme);
      width(WIDE);
      picture(name + "-" + theme);
      assertAccessible(name + " " + theme);
    }
    theme("light");
    width(NARROW);
    picture(name + "-" + NARROW);
    assertEquals(
        true,
        driver.executeScript("return document.scrollingElement.scrollWidth <= innerWidth"),
        () -> name + " is wider than " + NARROW + " px");
    width(WIDE);
  }

  private void theme(String theme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", theme),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  private void width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", false));
  }

  private void picture(String name) {
    Object data =
        driver
            .executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
            .get("data");
    try {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name + ".png"), Base64.getDecoder().decode((String) data));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void assertAccessible(String what) {
    driver.executeScript(AXE);
    Object found = driver.executeAsyncScript(RUN);
    assertTrue(found instanceof Map<?, ?>, () -> what + ": " + found);
    Map<?, ?> result = (Map<?, ?>) found;
    assertEquals(List.of(), result.get("violations"), what);
    assertTrue((Long) result.get("passes") > 0, what);
  }
}
