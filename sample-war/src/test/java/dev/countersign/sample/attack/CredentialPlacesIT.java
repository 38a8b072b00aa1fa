package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Credentials are taken from one place only, whatever the body and the way inside. */
@ExtendWith(Sites.Extension.class)
class CredentialPlacesIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final List<String> WAYS =
      List.of("stream", "forward", "include", "async-dispatch", "listener");
  private static final String PARTS =
      "--cut\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--cut--\r\n";

  private final Site site;

  CredentialPlacesIT(Sites sites) {
    site = sites.of(SiteKind.MEMORY);
  }

  @TestFactory
  Stream<DynamicTest> onlySignedHeaders_areCredentials() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String way : WAYS) {
      RawRequest post = site.request("POST", "/echo/via/" + way);
      for (RawRequest request :
          List.of(
              site.get("/echo/via/" + way),
              post.body("application/json", "{}"),
              post.body("application/json", "{}").inChunks(),
              post.body(FORM, "a=1"),
              post.body("multipart/form-data; boundary=cut", PARTS))) {
        String name = way + ", " + request.header("Content-Type").orElse("no body");
        tests.add(DynamicTest.dynamicTest(name, () -> assertOnlyHeaders(request)));
      }
    }
    return tests.stream();
  }

  private void assertOnlyHeaders(RawRequest request) {
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
    assertEquals(200, site.send(signed).status());
    assertEquals(200, site.send(site.signed(inQuery)).status());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
