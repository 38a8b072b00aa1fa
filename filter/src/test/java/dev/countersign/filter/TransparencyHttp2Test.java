package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.signing.ContentDigest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same over HTTP/2, where a body needs neither a declared length nor chunks. */
class TransparencyHttp2Test {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "params",
        "stream",
        "reader",
        "listen=10",
        "dispatch=/echo/y params",
        "head stream"
      })
  void servletSees_theSameWithAndWithoutTheWrapper(String steps, @TempDir Path directory)
      throws Exception {
    byte[] form = "b=2&a=%C3%A4&a=3".getBytes(StandardCharsets.UTF_8);
    byte[] large = ("a=" + "x".repeat(150_000)).getBytes(StandardCharsets.UTF_8);
    try (TwinServer server = new TwinServer(directory)) {
      // The first request of a connection is still HTTP/1.1 and carries the upgrade.
      send(server, "bare", "params", form, true);
      for (byte[] body : new byte[][] {form, large, new byte[0]}) {
        for (boolean declared : new boolean[] {true, false}) {
          String bare = send(server, "bare", steps, body, declared);
          assertEquals(bare, send(server, "wrapped", steps, body, declared));
          assertEquals(bare, send(server, "streaming", steps, body, declared));
          server.awaitNothingIsLeft();
        }
      }
    }
  }

  @Test
  void connectionsOfTheTest_areHttp2(@TempDir Path directory) throws Exception {
    try (TwinServer server = new TwinServer(directory)) {
      send(server, "wrapped", "head", new byte[0], true);
      assertEquals(
          HttpClient.Version.HTTP_2,
          request(server, "wrapped", "head", new byte[0], true).version());
    }
  }

  private String send(
      TwinServer server, String context, String steps, byte[] body, boolean declared)
      throws Exception {
    HttpResponse<String> answer = request(server, context, steps, body, declared);
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  private HttpResponse<String> request(
      TwinServer server, String context, String steps, byte[] body, boolean declared)
      throws Exception {
    BodyPublisher publisher =
        declared
            ? BodyPublishers.ofByteArray(body)
            : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.port() + "/" + context + "/echo/x?a=0"))
            .timeout(Duration.ofSeconds(20))
            .header("X-Do", steps)
            .header("X-Digest", ContentDigest.ofBody(body).headerValue())
            .header("Content-Type", FORM)
            .POST(publisher)
            .build();
    return client.send(request, BodyHandlers.ofString());
  }
}
