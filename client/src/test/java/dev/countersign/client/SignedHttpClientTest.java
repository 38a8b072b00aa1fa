package dev.countersign.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Secret;
import dev.countersign.signing.scheme.PresentedSignature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedHttpClientTest {

  private static final Secret SECRET = Secret.ofText("the-quick-brown-fox-jumps-again!");
  private static final Instant NOW = Instant.parse("2026-11-21T19:44:12Z");

  @TempDir Path folder;

  private final RecordingServer server = new RecordingServer();
  private final SignedHttpClient client = builder().build();

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/orders/17",
        "/orders/",
        "/",
        "",
        "?a=1",
        "/orders?",
        "/orders?status=open&status=&=&a=%2F..%2F+%0A",
        "/a!$&'()*+,-.:=@_~/caf%c3%a9/%41%7E?q=%e2%82%ac&?!$'()*,;:@/[]~"
      })
  void anyTarget_arrivesAsItWasSigned(String target) throws Exception {
    HttpResponse<String> answer = client.send(get(target), BodyHandlers.ofString());
    RecordedCall call = server.take();
    PresentedSignature presented = call.verified(SECRET);

    assertEquals(RecordingServer.ANSWER, answer.body());
    assertEquals(NOW, presented.signedAt());
    assertEquals("release", presented.environment());
    assertEquals(
        target.isEmpty() || target.startsWith("?") ? "/" : path(target), call.head().path());
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
  void sameRequestSentAgain_isSignedAgain() throws Exception {
    HttpRequest request = get("/orders/17");
    client.send(request, BodyHandlers.discarding());
    client.send(request, BodyHandlers.discarding());
    String first = server.take().verified(SECRET).nonce();

    assertNotEquals(first, server.take().verified(SECRET).nonce());
    assertTrue(request.headers().map().isEmpty(), "the request itself is as it was");
  }

  @Test
  void chosenHeaders_areSignedWheneverARequestHasThem() throws Exception {
    SignedHttpClient signing = builder().signHeaders("X-Tenant", "x-tenant", "Accept").build();
    signing.send(
        to("/orders").header("X-Tenant", " blue \t sky ").build(), BodyHandlers.discarding());
    signing.send(get("/orders"), BodyHandlers.discarding());
    RecordedCall withTenant = server.take();
    RecordedCall without = server.take();
    withTenant.verified(SECRET);
    without.verified(SECRET);

    assertEquals("x-tenant", withTenant.header("X-App-Signed-Headers"));
    assertEquals("", without.header("X-App-Signed-Headers"));
  }

  @Test
  void redirect_isAnAnswer() throws Exception {
    server.answering("/moved", 307);
    HttpResponse<String> answer = client.send(get("/moved"), BodyHandlers.ofString());

    assertEquals(307, answer.statusCode());
    assertEquals("/moved", server.take().head().path());
    assertEquals(0, server.untaken());
  }

  @ParameterizedTest
  @ValueSource(strings = {"NORMAL", "ALWAYS"})
  void httpClientThatFollowsRedirects_isRefused(String policy) {
    HttpClient following =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.valueOf(policy)).build();

    assertThrows(IllegalArgumentException.class, () -> builder().http(following));
  }

  @Test
  void whatCannotBeSigned_isNotSent() {
    HttpRequest userInfo =
        HttpRequest.newBuilder(URI.create(server.url("/").replace("//", "//user:word@"))).build();
    HttpRequest signedTwice = to("/orders").header("X-App-Nonce", "0123456789abcdef").build();
    HttpRequest beyondAscii = to("/caf\u00e9").build();
    for (HttpRequest request : new HttpRequest[] {userInfo, signedTwice, beyondAscii}) {
      assertThrows(
          IllegalArgumentException.class, () -> client.send(request, BodyHandlers.discarding()));
    }
    assertEquals(0, server.untaken());
  }

  @Test
  void bodyThatCannotBeRead_isAnIoExceptionAndNotSent() throws Exception {
    Path file = Files.writeString(folder.resolve("gone"), "text");
    HttpRequest request = to("/notes").POST(BodyPublishers.ofFile(file)).build();
    Files.delete(file);

    assertThrows(IOException.class, () -> client.send(request, BodyHandlers.discarding()));
    assertEquals(0, server.untaken());
  }

  private static SignedHttpClient.Builder builder() {
    return SignedHttpClient.builder(new AppKey("orders-app-01"), SECRET, "release")
        .clock(InstantSource.fixed(NOW));
  }

  private HttpRequest get(String target) {
    return to(target).build();
  }

  private HttpRequest.Builder to(String target) {
    return HttpRequest.newBuilder(URI.create(server.url(target)));
  }

  private static String path(String target) {
    return target.replaceFirst("\\?.*", "");
  }
}
