package dev.countersign.sample.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Takes pictures of a browser's page over a connection of its own: now and then Chromium paints no
 * frame when it is asked for one, and its driver would do nothing else until it does.
 */
final class Camera {

  private static final int PATIENCE_SECONDS = 20;
  private static final String COMMAND =
      "{\"id\":1,\"method\":\"Page.captureScreenshot\",\"params\":{\"format\":\"png\"}}";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ObjectMapper json = new ObjectMapper();
  private final ChromeDriver driver;

  Camera(ChromeDriver driver) {
    this.driver = driver;
  }

  /** A PNG of what is in the window; empty if none comes in time. */
  Optional<byte[]> picture() {
    Answer answer = new Answer();
    WebSocket socket = HTTP.newWebSocketBuilder().buildAsync(page(), answer).join();
    try {
      socket.sendText(COMMAND, true).join();
      String text = answer.whole.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return Optional.of(
          Base64.getDecoder()
              .decode(json.readTree(text).required("result").required("data").textValue()));
    } catch (TimeoutException none) {
      return Optional.empty();
    } catch (ExecutionException | InterruptedException | JsonProcessingException e) {
      throw new AssertionError(e);
    } finally {
      socket.abort();
    }
  }

  private URI page() {
    Map<?, ?> options = (Map<?, ?>) driver.getCapabilities().getCapability("goog:chromeOptions");
    return URI.create(
        "ws://" + options.get("debuggerAddress") + "/devtools/page/" + driver.getWindowHandle());
  }

  /** The one message that answers the one command. */
  private static final class Answer implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<String> whole = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        whole.complete(text.toString());
      }
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      whole.completeExceptionally(error);
    }
  }
}
