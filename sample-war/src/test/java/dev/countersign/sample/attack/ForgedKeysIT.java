package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.logs.Sensitive;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody signs for an application without its secret, and nobody learns which keys exist. */
@ExtendWith(Sites.Extension.class)
class ForgedKeysIT {
  private static final String UNKNOWN_KEY = "ak-that-nobody-was-given";

  private final Site site;
  private final Application echo;

  ForgedKeysIT(Sites sites) {
    site = sites.of(SiteKind.SAMPLE);
    echo = site.application("echo");
  }

  /** A zero byte is, to HMAC, the empty secret. */
  @ParameterizedTest(name = "secret {0}")
  @ValueSource(
      strings = {"\0", "null", "secret", "default", "changeit", "${env:SECRET}", "countersign-1"})
  void guessedSecret_isSignatureInvalidForUnknownAndKnownKeys(String guess) {
    assertInvalid(echo.withSecret(guess));
    assertInvalid(echo.withAppKey(UNKNOWN_KEY).withSecret(guess));
  }

  @Test
  void appKeyOrApplicationIdAsSecret_isSignatureInvalid() {
    List.of(echo.appKey(), echo.applicationId(), UNKNOWN_KEY).forEach(Sensitive::publicText);
    assertInvalid(echo.withSecret(echo.appKey()));
    assertInvalid(echo.withSecret(echo.applicationId()));
    assertInvalid(echo.withAppKey(UNKNOWN_KEY).withSecret(UNKNOWN_KEY));
  }

  @Test
  void applicationIdAsAppKey_isSignatureInvalid() {
    assertInvalid(echo.withAppKey(echo.applicationId()));
  }

  @Test
  void keyWithOneCharacterMoreOrLess_isSignatureInvalid() {
    assertInvalid(echo.withAppKey(echo.appKey() + "_"));
    assertInvalid(echo.withAppKey(echo.appKey().substring(1)));
  }

  @Test
  void unknownKeyWrongSecretAndDisabledApplication_areToldTheSame() {
    Map<String, String> wrongSecret = answerTo(echo.withSecret("not-the-secret-of-anybody"));
    assertEquals(wrongSecret, answerTo(echo.withAppKey(UNKNOWN_KEY)));
    assertEquals(
        wrongSecret,
        answerTo(site.application("disabled").withSecret("not-the-secret-of-anybody")));
  }

  private Map<String, String> answerTo(Application application) {
    RawResponse answer = site.refused(WireSigner.sign(site.get("/echo/a"), application));
    Map<String, String> all = new TreeMap<>(answer.headers());
    all.remove("Date");
    String id = answer.json().path("requestId").asText();
    all.put("body", answer.status() + answer.text().replace(id, "ID"));
    return all;
  }

  private void assertInvalid(Application application) {
    site.assertRefused(401, "signature-invalid", WireSigner.sign(site.get("/echo/a"), application));
  }
}
