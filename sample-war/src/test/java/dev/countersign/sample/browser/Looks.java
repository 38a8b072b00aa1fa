package dev.countersign.sample.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.openqa.selenium.chrome.ChromeDriver;

/** Looks at a page as people see it: pictures of it, its accessibility, and its width. */
final class Looks {

  private static final Path PICTURES = Path.of(System.getProperty("screenshots"));
  private static final String AXE = Scripts.read(Scripts.AXE);
  private static final String RUN = Scripts.read("axe-run.js");
  private static final int NARROW = 360;
  private static final int WIDE = 1200;
  private static final int HIGH = 800;
  private static final int MOST_MISSING = 3;
  private static final AtomicInteger MISSING = new AtomicInteger();

  private final ChromeDriver driver;
  private final Camera camera;

  Looks(ChromeDriver driver) {
    this.driver = driver;
    this.camera = new Camera(driver);
  }

  /** Light and dark, wide and narrow; the name is that of the pictures. */
  void at(String name) {
    for (String theme : List.of("light", "dark")) {
      theme(theme);
      window(WIDE, HIGH);
      picture(name + "-" + theme, WIDE);
      assertAccessible(name + " " + theme);
    }
    theme("light");
    window(NARROW, HIGH);
    picture(name + "-" + NARROW, NARROW);
    assertEquals(
        true,
        driver.executeScript("return document.scrollingElement.scrollWidth <= innerWidth"),
        () -> name + " is wider than " + NARROW + " px");
    window(WIDE, HIGH);
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

  private void window(int width, long height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** All of the page, however long; a few may be missing. */
  private void picture(String name, int width) {
    Object height = driver.executeScript("return document.scrollingElement.scrollHeight");
    window(width, Math.max(HIGH, (Long) height));
    Optional<byte[]> picture = camera.picture();
    window(width, HIGH);
    if (picture.isEmpty()) {
      assertTrue(MISSING.incrementAndGet() <= MOST_MISSING, "no picture of " + name);
      return;
    }
    try {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name + ".png"), picture.get());
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
