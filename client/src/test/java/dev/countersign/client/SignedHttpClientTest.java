package dev.countersign.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import dev.countersign.signing.scheme.PresentedSignature;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedHttpClientTest {

  private static final Secret SECRET = Secret.ofText("the-quick-brown-fox-jumps-again!");
  private static final Instant NOW = Instant.parse("2026-11-21T19:44:12Z");

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
  void sameRequestSentAgain_isSignedAgain() throws Exception {
    HttpRequest request = get("/orders/17");
    client.send(request, BodyHandlers.discarding());
    client.send(request, BodyHandlers.discarding());
    String first = server.take().verifiedNonce(SECRET);

    assertNotEquals(first, server.take().verifiedNonce(SECRET));
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
