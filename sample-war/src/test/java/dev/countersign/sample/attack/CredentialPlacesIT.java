package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Credentials are taken from one place only, whatever the body, the way inside, and how bodies are
 * kept: in memory, in a file, or not at all.
 */
@ExtendWith(Sites.Extension.class)
class CredentialPlacesIT {
  private static final List<SiteKind> BODY_MODES =
      List.of(SiteKind.MEMORY, SiteKind.SPOOLING, SiteKind.STREAMING);
  private static final String FORM = "application/x-www-form-urlencoded";

  /** With the status that the way ends in. */
  private static final Map<String, Integer> WAYS =
      new TreeMap<>(
          Map.of(
              "stream", 200,
              "forward", 200,
              "include", 200,
              "async-dispatch", 200,
              "listener", 200,
              "send-error/stream", 409,
              "error-page/stream", 500));

  private static final String PARTS =
      "--cut\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--cut--\r\n";

  private final Sites sites;

  CredentialPlacesIT(Sites sites) {
    this.sites = sites;
  }

  @TestFactory
  Stream<DynamicTest> onlySignedHeaders_areCredentials() {
    return BODY_MODES.stream()
        .flatMap(
            mode -> WAYS.keySet().stream().flatMap(way -> tests(mode + ", ", sites.of(mode), way)));
  }

  private static Stream<DynamicTest> tests(String mode, Site site, String way) {
    RawRequest post = site.request("POST", "/echo/via/" + way);
    return Stream.of(
            site.get("/echo/via/" + way),
            post.body("application/json", "{}"),
            post.body("application/json", "{}").inChunks(),
            post.body(FORM, "a=1"),
            post.body("multipart/form-data; boundary=cut", PARTS))
        .map(
            request ->
                DynamicTest.dynamicTest(
                    mode + way + ", " + request.header("Content-Type").orElse("no body"),
                    () -> assertOnlyHeaders(site, request, WAYS.get(way))));
  }

  private static void assertOnlyHeaders(Site site, RawRequest request, int status) {
    RawRequest signed = site.signed(request);
    String credentials =
        signed.headers().stream()
            .filter(field -> field.name().startsWith("X-App-"))
            .map(field -> field.name() + "=" + encoded(field.value()))
            .collect(Collectors.joining("&"));
    RawRequest inQuery = request.target(request.target() + "?" + credentials);
    site.assertRefused(401, "credentials-missing", inQuery);
    site.assertRefused(401, "credentials-missing", request.add("Cookie", credentials));
    if (request.header("Content-Type").orElse("").equals(FORM)) {
      site.assertRefused(401, "credentials-missing", request.body(FORM, credentials));
    }
    // Good ones in the query do not help bad ones in the header.
    RawRequest conflicting = signed.target(inQuery.target());
    site.assertRefused(401, "signature-invalid", conflicting);
    assertAdmitted(site, signed, status);
    assertAdmitted(site, site.signed(inQuery), status);
  }

  /** The servlet, or its error page, has answered, and knows its caller. */
  private static void assertAdmitted(Site site, RawRequest request, int status) {
    RawResponse answer = site.send(request);
    assertEquals(status, answer.status(), answer::toString);
    assertTrue(answer.json().has("caller"), answer::toString);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
