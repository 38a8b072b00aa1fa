package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.DerivedKeySigner;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.Signer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of headers of random characters, the same ones in every run, each in a request that is
 * otherwise rightly signed. A parser that fails would be {@code unavailable}, and is no refusal.
 */
@ExtendWith(Sites.Extension.class)
class GarbledHeadersIT {
  private static final int EACH = 100;
  private static final long SEED = 20_261_122;
  private static final Map<String, Integer> REFUSALS =
      Map.of(
          "malformed", 400,
          "credentials-missing", 401,
          "scheme-unsupported", 401,
          "signature-invalid", 401,
          "stale", 401);
  private static final String LETTERS =
      "abcXYZ0189-_.~:;,=+/\\\"'()[]{}<>@!#$%&*?|^` \t\u00e9\u00ff\u0080";

  private final Site site;

  GarbledHeadersIT(Sites sites) {
    site = sites.of(SiteKind.EVERY_FORM);
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

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "tencent|hmac id=\"key-of-some\", ",
        "tencent|hmac id=\"KEY\", algorithm=\"hmac-sha1\", headers=\"x-date\", signature=\"",
        "tencent|hmac id=\"KEY\", algorithm=\"hmac-sha1\", signature=\"AAAA\", headers=\"",
        "aws4|AWS4-HMAC-SHA256 ",
        "aws4|AWS4-HMAC-SHA256 Credential=KEY/20261122/x/y/aws4_request, ",
        "jdcloud|JDCLOUD2-HMAC-SHA256 ",
        "jdcloud3|JDCLOUD3-HMAC-SHA256 Credential=KEY/20261122/x/y/jdcloud3_request, "
      })
  void garbledAuthorization_isRefused(String scheme, String begin) {
    String key = site.application("every-scheme").appKey();
    RawRequest signed = signed(scheme);
    assertAllRefused("Authorization", List.of(begin.replace("KEY", key)), signed);
  }

  /** What was right up to some place goes on with garbage. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"tencent", "aws4", "jdcloud", "jdcloud3"})
  void authorizationGarbledFromSomePlaceOn_isRefused(String scheme) {
    RawRequest signed = signed(scheme);
    String good = signed.header("Authorization").orElseThrow();
    Random places = new Random(SEED);
    List<String> begins =
        places.ints(EACH, 0, good.length()).mapToObj(at -> good.substring(0, at)).toList();
    assertAllRefused("Authorization", begins, signed);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "rfc9421, Signature",
    "rfc9421, Signature-Input",
    "aliyun, X-Ca-Key",
    "aliyun, X-Ca-Nonce",
    "aliyun, X-Ca-Timestamp",
    "aliyun, X-Ca-Signature",
    "aliyun, X-Ca-Signature-Headers"
  })
  void garbledHeaderOfAForeignScheme_isRefused(String scheme, String header) {
    RawRequest signed = signed(scheme);
    assertAllRefused(header, List.of("", "sig1=:", "sig1=("), signed);
    assertAllRefused(header, List.of(""), site.get("/echo/a"));
  }

  private RawRequest signed(String scheme) {
    Signer signer =
        scheme.equals("jdcloud3") ? DerivedKeySigner.jdcloud3() : Signer.USUAL.get(scheme);
    RawRequest signed = signer.sign(site.get("/echo/a"), site.application("every-scheme"));
    site.assertAdmitted(signed);
    return signed;
  }

  private void assertAllRefused(String header, List<String> begins, RawRequest request) {
    Random random = new Random(SEED + header.hashCode());
    long before = site.invocations();
    for (int i = 0; i < EACH; i++) {
      String value = begins.get(i % begins.size()) + garbage(random);
      RawResponse answer = site.send(request.set(header, value));
      assertTrue(isRefusal(answer), () -> header + ": " + value + " -> " + answer);
    }
    assertEquals(before + 1, site.invocations());
  }

  /** By a step that could read it, or by the server, which lets no control character in. */
  private static boolean isRefusal(RawResponse answer) {
    int status = answer.code().equals("-") ? 400 : REFUSALS.getOrDefault(answer.code(), -1);
    return answer.status() == status;
  }

  private static String garbage(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = 1 + random.nextInt(80); left > 0; left--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
