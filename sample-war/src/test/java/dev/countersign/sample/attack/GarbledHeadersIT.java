package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two thousand headers of random characters, the same ones in every run. */
@ExtendWith(Sites.Extension.class)
class GarbledHeadersIT {
  private static final int EACH = 100;
  private static final long SEED = 20_261_122;
  private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 413, 429, 503);
  private static final String LETTERS =
      "abcXYZ0189-_.~:;,=+/\\\"'()[]{}<>@!#$%&*?|^` \t\u00e9\u00ff\u0080";

  private final Site site;

  GarbledHeadersIT(Sites sites) {
    site = sites.of(SiteKind.EVERY_SCHEME);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "X-App-Key",
        "X-App-Timestamp",
        "X-App-Nonce",
        "X-App-Environment",
        "X-App-Signed-Headers",
        "X-App-Signature",
        "Content-Digest"
      })
  void garbledNativeHeader_isRefused(String header) {
    RawRequest signed = site.signed(site.request("POST", "/echo/a").body("text/plain", "a"));
    assertAllRefused(header, List.of("", "v1=", "sha-256=:"), signed);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "hmac id=\"key-of-some\", ",
        "hmac id=\"key-of-some\", algorithm=\"hmac-sha1\", headers=\"x-date\", signature=\"",
        "AWS4-HMAC-SHA256 ",
        "AWS4-HMAC-SHA256 Credential=abcde/20261122/x/y/aws4_request, ",
        "JDCLOUD2-HMAC-SHA256 ",
        "JDCLOUD3-HMAC-SHA256 Credential=abcde/20261122/x/y/jdcloud3_request, "
      })
  void garbledAuthorization_isRefused(String begin) {
    assertAllRefused("Authorization", List.of(begin), site.get("/echo/a").add("X-Date", "x"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Signature",
        "Signature-Input",
        "X-Ca-Key",
        "X-Ca-Signature",
        "X-Ca-Signature-Headers"
      })
  void garbledHeaderOfAForeignScheme_isRefused(String header) {
    RawRequest call =
        site.get("/echo/a")
            .add("Signature", "sig=:AAAA:")
            .add("Signature-Input", "sig=(\"@method\");created=1");
    assertAllRefused(header, List.of("", "sig=:", "sig=("), call);
    assertAllRefused(header, List.of(""), site.get("/echo/a"));
  }

  private void assertAllRefused(String header, List<String> begins, RawRequest request) {
    Random random = new Random(SEED + header.hashCode());
    long before = site.invocations();
    for (int i = 0; i < EACH; i++) {
      String value = begins.get(i % begins.size()) + garbage(random);
      RawResponse answer = site.send(request.set(header, value));
      assertTrue(REFUSALS.contains(answer.status()), () -> header + ": " + value + " -> " + answer);
    }
    assertEquals(before + 1, site.invocations());
  }

  private static String garbage(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = 1 + random.nextInt(80); left > 0; left--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
