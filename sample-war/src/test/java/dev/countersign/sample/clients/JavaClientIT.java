package dev.countersign.sample.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.client.SignedHttpClient;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Application;
import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Java client against the running sample. */
@ExtendWith(Sites.Extension.class)
class JavaClientIT {

  private final Site site;

  JavaClientIT(Sites sites) {
    site = sites.of(SiteKind.SAMPLE);
  }

  @Test
  void signedGet_isAnsweredWithTheOrderAndTheCaller() throws Exception {
    HttpRequest request = request("/orders/17?x=%C3%BC").build();
    HttpResponse<String> answer = client("shop-front").send(request, BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer::body);
    assertTrue(answer.body().contains(site.application("shop-front").applicationId()));
  }

  @Test
  void signedPost_makesAnOrder() throws Exception {
    HttpRequest request =
        request("/orders")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"item\":\"Stift, blau\",\"quantity\":2}"))
            .build();
    HttpResponse<String> answer = client("shop-front").send(request, BodyHandlers.ofString());
    assertEquals(201, answer.statusCode(), answer::body);
    assertTrue(answer.body().contains("Stift, blau"), answer::body);
  }

  @Test
  void signedForm_makesAnOrder() throws Exception {
    HttpRequest request =
        request("/orders")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("item=ruled+paper&quantity=7"))
            .build();
    HttpResponse<String> answer = client("shop-front").send(request, BodyHandlers.ofString());
    assertEquals(201, answer.statusCode(), answer::body);
    assertTrue(answer.body().contains("ruled paper"), answer::body);
  }

  @Test
  void signedUpload_isAttached() throws Exception {
    String head = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n";
    String body = head + "\r\nhello\r\n--cut--\r\n";
    HttpRequest request =
        request("/orders/18/attachments")
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client("shop-front").send(request, BodyHandlers.ofString());
    assertEquals(201, answer.statusCode(), answer::body);
    assertTrue(answer.body().contains("a.txt"), answer::body);
  }

  @Test
  void signedAsyncGet_isAdmitted() {
    HttpRequest request = request("/echo/async-call").build();
    HttpResponse<String> answer = client("echo").sendAsync(request, BodyHandlers.ofString()).join();
    assertEquals(200, answer.statusCode(), answer::body);
  }

  @Test
  void callWithoutGrant_isNotGranted() throws Exception {
    HttpRequest request = request("/orders/17").build();
    HttpResponse<String> answer = client("no-grant").send(request, BodyHandlers.ofString());
    assertEquals(403, answer.statusCode(), answer::body);
    assertTrue(answer.body().contains("not-granted"), answer::body);
  }

  private HttpRequest.Builder request(String below) {
    return HttpRequest.newBuilder(URI.create("http://" + site.host() + site.path() + below));
  }

  private SignedHttpClient client(String name) {
    Application application = site.application(name);
    return SignedHttpClient.builder(
            new AppKey(application.appKey()),
            Secret.ofText(application.secret()),
            application.environment())
        .build();
  }
}
