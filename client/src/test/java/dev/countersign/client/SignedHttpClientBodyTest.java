package dev.countersign.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is digested is what is sent. */
class SignedHttpClientBodyTest {

  private static final Secret SECRET = Secret.ofText("the-quick-brown-fox-jumps-again!");

  @TempDir Path folder;

  private final RecordingServer server = new RecordingServer();
  private final SignedHttpClient client =
      SignedHttpClient.builder(new AppKey("orders-app-01"), SECRET, "release").build();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void jsonBeyondAscii_arrivesAsItWasSigned() throws Exception {
    String json = "{\"item\":\"Käse \uD83E\uDDC0\"}";
    HttpRequest request =
        to("/orders")
            .header("Content-Type", " application/json ")
            .POST(BodyPublishers.ofString(json))
            .build();
    assertEquals(200, client.send(request, BodyHandlers.ofString()).statusCode());
    RecordedCall call = server.take();
    call.verified(SECRET);

    assertEquals(json, new String(call.body(), StandardCharsets.UTF_8));
  }

  @Test
  void fileBody_arrivesByteForByteInBothWays() throws Exception {
    byte[] bytes = new byte[3_000_000];
    new Random(1).nextBytes(bytes);
    Path file = Files.write(folder.resolve("scan.bin"), bytes);
    HttpRequest request = to("/scans/1").PUT(BodyPublishers.ofFile(file)).build();
    assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode());
    assertEquals(200, client.sendAsync(request, BodyHandlers.discarding()).get().statusCode());

    for (int i = 0; i < 2; i++) {
      RecordedCall call = server.take();
      call.verified(SECRET);
      assertArrayEquals(bytes, call.body());
    }
  }

  @Test
  void chunkedBodyReadAgainFromItsSupplier_arrivesAsItWasSigned() throws Exception {
    byte[] bytes = "in chunks".getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        to("/notes")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
            .build();
    assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode());
    RecordedCall call = server.take();
    call.verified(SECRET);

    assertEquals("chunked", call.header("Transfer-Encoding"));
    assertArrayEquals(bytes, call.body());
  }

  @Test
  void bodyThatIsReadOnce_isSentWithItsGivenDigest() throws Exception {
    byte[] bytes = "only once".getBytes(StandardCharsets.UTF_8);
    ByteArrayInputStream once = new ByteArrayInputStream(bytes);
    HttpRequest request = to("/notes").POST(BodyPublishers.ofInputStream(() -> once)).build();
    ContentDigest digest = ContentDigest.ofBody(bytes);
    assertEquals(200, client.send(request, digest, BodyHandlers.discarding()).statusCode());
    RecordedCall call = server.take();
    call.verified(SECRET);

    assertArrayEquals(bytes, call.body());
  }

  @Test
  void bodyThatCannotBeRead_isAnIoExceptionAndNotSent() throws Exception {
    Path file = Files.writeString(folder.resolve("gone"), "text");
    HttpRequest request = to("/notes").POST(BodyPublishers.ofFile(file)).build();
    Files.delete(file);

    assertThrows(IOException.class, () -> client.send(request, BodyHandlers.discarding()));
    assertEquals(0, server.untaken());
  }

  private HttpRequest.Builder to(String target) {
    return HttpRequest.newBuilder(URI.create(server.url(target)));
  }
}
