package dev.countersign.sample.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What the browser asked for, and what it complained of, since it was started. */
record NetworkLog(Set<String> origins, List<String> complaints) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The browser's own line for an answer of 400 and above; the tests provoke some. */
  private static final String REFUSED =
      "Failed to load resource: the server responded with a status of";

  /** Everything so far; the driver forgets it with this. */
  static NetworkLog of(ChromeDriver driver) {
    Set<String> origins =
        driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
            .map(NetworkLog::message)
            .filter(message -> message.path("method").asText().startsWith("Network."))
            .flatMap(message -> message.findValuesAsText("url").stream())
            .filter(NetworkLog::isAsked)
            .map(NetworkLog::origin)
            .collect(Collectors.toSet());
    List<String> complaints =
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
            .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
            .map(LogEntry::getMessage)
            .filter(message -> !message.contains(REFUSED))
            .toList();
    return new NetworkLog(origins, complaints);
  }

  private static JsonNode message(LogEntry entry) {
    try {
      return JSON.readTree(entry.getMessage()).path("message");
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** Pictures that style sheets hold in themselves are not asked of anybody. */
  private static boolean isAsked(String url) {
    return !url.isEmpty() && !url.startsWith("data:") && !url.startsWith("about:");
  }

  private static String origin(String url) {
    URI address = URI.create(url.replaceFirst("[?#].*", ""));
    return address.getScheme() + "://" + address.getAuthority();
  }

  void assertOneOrigin() {
    assertEquals(1, origins.size(), origins::toString);
    assertTrue(origins.iterator().next().startsWith("http://localhost:"), origins::toString);
  }

  void assertNoComplaint() {
    assertEquals(List.of(), complaints);
  }
}
