package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Over HTTP/2 without TLS the same is refused as over HTTP/1.1. */
@ExtendWith(Sites.Extension.class)
class Http2IT {
  private static final Set<String> OF_THE_CLIENT = Set.of("Host", "Content-Length");

  private final Site site;

  Http2IT(Sites sites) {
    site = sites.of(SiteKind.MEMORY);
  }

  @Test
  void signedCall_isAdmittedOverHttp2() throws Exception {
    HttpResponse<String> answer = send(site.signed(site.get("/echo/%C3%BC?x=1&x=2")));
    assertEquals("200 HTTP_2", answer.statusCode() + " " + answer.version());
  }

  @Test
  void unsignedOrChangedCall_isRefused() throws Exception {
    assertRefused(401, "credentials-missing", site.get("/echo/a"));
    RawRequest signed = site.signed(site.get("/echo/a?x=1"));
    assertRefused(401, "signature-invalid", signed.target(signed.target() + "&y=2"));
    assertRefused(401, "signature-invalid", signed.method("DELETE"));
    assertEquals(200, send(signed).statusCode());
    assertRefused(401, "replayed", signed);
  }

  @Test
  void changedBody_isBodyMismatch() throws Exception {
    RawRequest signed = site.signed(site.request("POST", "/echo/a").body("text/plain", "one"));
    assertRefused(401, "body-mismatch", signed.body(new byte[] {'x'}));
  }

  @Test
  void bodyOfNoLengthAddedToABodylessCall_isBodyMismatch() throws Exception {
    for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
      RawRequest signed = site.signed(site.request(method, "/echo/a"));
      assertRefused(401, "body-mismatch", signed.body(new byte[] {'x'}));
    }
  }

  @Test
  void ambiguousPath_isRefused() throws Exception {
    for (String path : new String[] {"/echo//a", "/echo/a;x=1", "/echo/./a", "/echo/a%2fb"}) {
      HttpResponse<String> answer = refused(site.signed(site.get(path)));
      assertTrue(answer.statusCode() >= 400, answer::body);
    }
  }

  private void assertRefused(int status, String code, RawRequest request) throws Exception {
    HttpResponse<String> answer = refused(request);
    assertEquals(status + " " + answer.version(), answer.statusCode() + " HTTP_2");
    assertTrue(answer.body().contains("\"" + code + "\""), answer::body);
  }

  private HttpResponse<String> refused(RawRequest request) throws Exception {
    long before = site.invocations();
    HttpResponse<String> answer = send(request);
    assertEquals(before + 2, site.invocations(), () -> "a servlet was invoked: " + answer.body());
    return answer;
  }

  /**
   * The first call of a connection asks for HTTP/2, the second speaks it. Each has a connection of
   * its own, because a server may close it when it refuses a body.
   */
  private HttpResponse<String> send(RawRequest request) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    RawRequest first = site.signed(site.get("/echo/upgrade"));
    assertEquals(200, client.send(written(first), BodyHandlers.ofString()).statusCode());
    return client.send(written(request), BodyHandlers.ofString());
  }

  private HttpRequest written(RawRequest request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("http://" + site.host() + request.target()))
            .timeout(Duration.ofSeconds(60))
            .method(request.method(), body(request));
    request.headers().stream()
        .filter(field -> !OF_THE_CLIENT.contains(field.name()))
        .forEach(field -> builder.header(field.name(), field.value()));
    return builder.build();
  }

  /** As a stream, whose length nobody tells. */
  private static BodyPublisher body(RawRequest request) {
    return request.body().length == 0
        ? BodyPublishers.noBody()
        : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(request.body()));
  }
}
