package dev.countersign.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same signature holds over HTTP/2, where the authority is no header. */
class SignedHttpClientHttp2Test {

  private static final Secret SECRET = Secret.ofText("the-quick-brown-fox-jumps-again!");

  @TempDir Path folder;

  @Test
  void callsOverHttp2_arriveAsTheyWereSigned() throws Exception {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    SignedHttpClient client =
        SignedHttpClient.builder(new AppKey("orders-app-01"), SECRET, "release")
            .http(http)
            .signHeaders("X-Tenant")
            .build();
    byte[] body = new byte[300_000];
    new Random(2).nextBytes(body);
    try (Http2RecordingServer server = new Http2RecordingServer(folder)) {
      HttpRequest get = to(server, "/orders?status=open&a=%2F").build();
      HttpRequest upload =
          to(server, "/scans/%c3%a9?").PUT(BodyPublishers.ofByteArray(body)).build();
      for (HttpRequest request : new HttpRequest[] {get, upload, get}) {
        HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
        assertEquals(HttpClient.Version.HTTP_2, answer.version());
        assertEquals(204, answer.statusCode());
        RecordedCall call = server.take();
        call.verified(SECRET);
        assertEquals("x-tenant", call.header("X-App-Signed-Headers"));
        assertArrayEquals(request.method().equals("PUT") ? body : new byte[0], call.body());
      }
    }
  }

  private static HttpRequest.Builder to(Http2RecordingServer server, String target) {
    return HttpRequest.newBuilder(URI.create(server.url(target))).header("X-Tenant", "blue  sky");
  }
}
