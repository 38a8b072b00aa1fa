package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.ServerClock;
import dev.countersign.sample.wire.WireSigner;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is not let in, and when. */
@ExtendWith(Sites.Extension.class)
class CredentialsIT {

  private static final String UNKNOWN_KEY = "ak-that-nobody-was-given";

  private final Site site;
  private final Application echo;

  CredentialsIT(Sites sites) {
    site = sites.of(SiteKind.SAMPLE);
    echo = site.application("echo");
  }

  @Test
  void noCredentials_isCredentialsMissing() {
    RawResponse answer = site.refused(site.get("/echo/a"));
    assertTrue(
        answer.status() == 401 && answer.code().equals("credentials-missing"), answer.toString());
    assertTrue(String.valueOf(answer.headers().get("WWW-Authenticate")).startsWith("Countersign "));
    assertTrue(String.valueOf(answer.headers().get("Cache-Control")).contains("no-store"));
  }

  @Test
  void bearerToken_isCredentialsMissing() {
    site.assertRefused(
        401, "credentials-missing", site.get("/echo/a").add("Authorization", "Bearer abc"));
  }

  @Test
  void unknownAppKey_isSignatureInvalid() {
    assertRefusedFor(echo.withAppKey(UNKNOWN_KEY), 401, "signature-invalid");
  }

  @Test
  void appKeyInOtherCase_isSignatureInvalid() {
    String swapped = swapCase(echo.appKey());
    assertRefusedFor(echo.withAppKey(swapped), 401, "signature-invalid");
  }

  @Test
  void wrongSecret_isSignatureInvalid() {
    assertRefusedFor(echo.withSecret(echo.secret() + "x"), 401, "signature-invalid");
  }

  @Test
  void secretOfAnotherApplication_isSignatureInvalid() {
    String others = site.application("shop-front").secret();
    assertRefusedFor(echo.withSecret(others), 401, "signature-invalid");
  }

  @ParameterizedTest(name = "{0} s from now")
  @ValueSource(longs = {-310, -3600, -86_400, 310, 3600, 86_400})
  void timestampOutsideTheWindow_isStale(long seconds) {
    String then = WireSigner.at(ServerClock.now().plus(Duration.ofSeconds(seconds)));
    site.assertRefused(
        401, "stale", WireSigner.sign(site.get("/echo/a").add("X-App-Timestamp", then), echo));
  }

  @Test
  void nonceTwice_isReplayed() {
    RawRequest signed = site.signed(site.get("/echo/a"));
    site.assertAdmitted(signed);
    site.assertRefused(401, "replayed", signed);
  }

  @Test
  void nonceTwiceForAnotherCall_isReplayed() {
    String nonce = WireSigner.nonce();
    site.assertAdmitted(site.signed(site.get("/echo/a").add("X-App-Nonce", nonce)));
    site.assertRefused(
        401, "replayed", site.signed(site.get("/echo/b?x=1").add("X-App-Nonce", nonce)));
  }

  @Test
  void sameNonceFromAnotherApplication_isAdmitted() {
    String nonce = WireSigner.nonce();
    site.assertAdmitted(site.signed(site.get("/echo/a").add("X-App-Nonce", nonce)));
    RawRequest others = site.get("/orders/17").add("X-App-Nonce", nonce);
    site.assertAdmitted(WireSigner.sign(others, site.application("shop-front")));
  }

  @Test
  void refusedCall_doesNotUseUpTheNonce() {
    RawRequest signed = site.signed(site.get("/echo/a"));
    site.assertRefused(401, "signature-invalid", signed.target(signed.target() + "b"));
    site.assertAdmitted(signed);
  }

  @Test
  void disabledApplication_isApplicationDisabled() {
    assertRefusedFor(site.application("disabled"), 403, "application-disabled");
  }

  private void assertRefusedFor(Application application, int status, String code) {
    site.assertRefused(status, code, WireSigner.sign(site.get("/echo/a"), application));
  }

  private static String swapCase(String text) {
    StringBuilder swapped = new StringBuilder();
    text.chars()
        .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
        .forEach(c -> swapped.append((char) c));
    return swapped.toString();
  }
}
