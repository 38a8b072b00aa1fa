package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.testing.logs.Sensitive;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Many or large headers, over a socket. The body that is announced never comes, so whoever waited
 * for a byte of it would not answer; MACs are counted in the whole JVM, the server's with them.
 */
@ExtendWith(Sites.Extension.class)
class HeaderFloodIT {
  private static final int MANY = 90;
  private static final int LARGE = 6000;
  private static final int TOO_LARGE = 100_000;
  private static final long SEED = 20_261_122;

  private final Site site;

  HeaderFloodIT(Sites sites) {
    site = sites.of(SiteKind.EVERY_FORM);
  }

  /** Else the count of the other tests would say nothing. */
  @Test
  void wrongSignature_costsTwoMacs() {
    RawRequest wrong = site.signed(post()).set("X-App-Nonce", "another-nonce-of-24-chars");
    assertCosts(2, 401, "signature-invalid", wrong);
  }

  @Test
  void headersOfNoScheme_areCredentialsMissing_andCostNothing() {
    RawRequest flood = post();
    for (int i = 0; i < MANY; i++) {
      flood = flood.add("X-Flood-" + i, letters(60));
    }
    assertCosts(0, 401, "credentials-missing", flood);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "X-App-Key|none",
        "X-App-Nonce|none",
        "X-App-Signature|v1=",
        "X-App-Timestamp|2026-11-22T00:00:00.",
        "Content-Digest|sha-256=:"
      })
  void nativeHeaderOfAnySize_isMalformed_andCostsNothing(String name, String begin) {
    String value = (begin == null ? "" : begin) + letters(LARGE);
    assertCosts(0, 400, "malformed", site.signed(post()).set(name, value));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "Authorization|hmac id=",
        "Authorization|AWS4-HMAC-SHA256 Credential=",
        "Authorization|JDCLOUD2-HMAC-SHA256 Credential=",
        "Authorization|JDCLOUD3-HMAC-SHA256 Credential=",
        "X-Ca-Key|none",
        "Signature-Input|sig1="
      })
  void foreignHeaderOfAnySize_isMalformed_andCostsNothing(String name, String begin) {
    String value = (begin == null ? "" : begin) + letters(LARGE);
    assertCosts(0, 400, "malformed", post().add(name, value));
  }

  @Test
  void longListOfSignedHeaders_isMalformed_andCostsNothing() {
    String names =
        IntStream.range(0, 1000).mapToObj(i -> "a" + i).sorted().collect(Collectors.joining(";"));
    assertCosts(0, 400, "malformed", site.signed(post()).add("X-App-Signed-Headers", names));
  }

  @Test
  void moreThanTheServerTakes_isRefusedByTheServer() {
    RawRequest flood = site.signed(post()).add("X-Flood", letters(TOO_LARGE));
    long before = site.invocations();
    RawResponse answer = send(flood);
    assertTrue(answer.status() / 100 == 4 && answer.code().equals("-"), answer::toString);
    assertEquals(before + 1, site.invocations());
  }

  private RawRequest post() {
    return site.request("POST", "/echo/a").add("Content-Length", "6");
  }

  private RawResponse send(RawRequest request) {
    return site.client().send(request.head(), false);
  }

  private void assertCosts(int macs, int status, String code, RawRequest request) {
    long servlets = site.invocations();
    long before = Sensitive.macs();
    RawResponse answer = send(request);
    long computed = Sensitive.macs() - before;
    assertEquals(status + " " + code, answer.status() + " " + answer.code(), answer::toString);
    assertEquals(macs, computed);
    assertEquals(servlets + 1, site.invocations());
  }

  private static String letters(int count) {
    return new Random(SEED)
        .ints(count, 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
