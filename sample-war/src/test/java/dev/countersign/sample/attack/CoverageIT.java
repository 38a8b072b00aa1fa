package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the signature covers cannot be moved, doubled or renamed. */
@ExtendWith(Sites.Extension.class)
class CoverageIT {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Site site;
  private final Sites sites;

  CoverageIT(Sites sites) {
    this.sites = sites;
    site = sites.of(SiteKind.MEMORY);
  }

  @Test
  void bodyAndItsDigestChanged_isSignatureInvalid() {
    RawRequest signed = site.signed(site.request("POST", "/echo/a").body("text/plain", "one"));
    String digest = "sha-256=:" + WireSigner.digest(new byte[] {'x'}) + ":";
    site.assertRefused(
        401, "signature-invalid", signed.body(new byte[] {'x'}).set("Content-Digest", digest));
  }

  @Test
  void characterOfTheQueryRemovedOrInserted_isRefused() {
    RawRequest signed = site.signed(site.get("/echo/a?x=1&y=%20c&z"));
    int first = signed.target().indexOf('?');
    for (int at = first; at < signed.target().length(); at++) {
      StringBuilder text = new StringBuilder(signed.target());
      assertRefused(signed.target(text.deleteCharAt(at).toString()));
      assertRefused(signed.target(text.insert(at, "0").insert(at, "a").toString()));
    }
    site.assertAdmitted(signed);
  }

  @ParameterizedTest(name = "{0} sent as {1}")
  @CsvSource({
    "/echo/a?id=1, /echo/a?id=1&id=2",
    "/echo/a?id=1, /echo/a?id=2&id=1",
    "/echo/a?id=1, /echo/a?ID=1",
    "/echo/a?id=1, /echo/a?id=1&ID=2",
    "/echo/a?id=1, /echo/a?id=1&id[]=2",
    "/echo/a?id=1, /echo/a?id=1&",
    "/echo/a?id=1&b=2, /echo/a?b=2&id=1",
    "/echo/a?id=1, /echo/a/id=1",
    "/echo/a?id=1, /echo/a%3Fid=1",
    "/echo/a?b=c%26d=e, /echo/a?b=c&d=e",
    "/echo/a?b=c%3Dd, /echo/a?b=c=d",
    "/echo/a?foo=bar, /echo/a?foob=ar",
    "/echo/a?b=%0A, /echo/a?b=",
    "/echo/a?b=%00, /echo/a?b=",
    "/echo/a?b=%2B, /echo/a?b=+",
    "/echo/a?b=+, /echo/a?b=%20",
    "/echo/a%20b, /echo/a+b",
    "/echo/%61, /echo/a",
    "/echo/a, /echo/a/",
    "/echo/ab?c, /echo/a?bc"
  })
  void anotherTargetThanSigned_isRefused(String signed, String sent) {
    assertRefused(site.signed(site.get(signed)).target(site.path() + sent));
  }

  @ParameterizedTest(name = "{0} sent as {1}")
  @CsvSource({"id=1, id=1&id=2", "id=1, id=2&id=1", "id=1, ID=1", "id=1, id=1&id[]=2"})
  void anotherFormThanSigned_isRefused(String signed, String sent) {
    RawRequest form = site.signed(site.request("POST", "/echo/a").body(FORM, signed));
    assertRefused(form.body(FORM, sent));
  }

  @Test
  void parameterMovedBetweenQueryAndForm_isRefused() {
    RawRequest inQuery = site.signed(site.request("POST", "/echo/a?id=1").body(FORM, "b=2"));
    assertRefused(inQuery.target(site.path() + "/echo/a").body(FORM, "id=1&b=2"));
    RawRequest inForm = site.signed(site.request("POST", "/echo/a").body(FORM, "id=1&b=2"));
    assertRefused(inForm.target(site.path() + "/echo/a?id=1").body(FORM, "b=2"));
  }

  @Test
  void namesOfTwoSignedHeadersSwapped_isSignatureInvalid() {
    RawRequest signed =
        site.signed(
            site.get("/echo/a")
                .add("X-From", "1")
                .add("X-To", "2")
                .add("X-App-Signed-Headers", "x-from;x-to"));
    site.assertRefused(401, "signature-invalid", signed.set("X-From", "2").set("X-To", "1"));
    site.assertAdmitted(signed);
  }

  @Test
  void contentTypeAndEncodingSwapped_isSignatureInvalid() {
    RawRequest signed =
        site.signed(site.get("/echo/a").add("Content-Type", "x-a").add("Content-Encoding", "x-b"));
    site.assertRefused(
        401, "signature-invalid", signed.set("Content-Type", "x-b").set("Content-Encoding", "x-a"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"@path", "@request-target", "(request-target)", "request-line", "@method", "host"})
  void nameOfNoHeaderAmongTheSigned_isMalformed(String name) {
    site.assertRefused(
        400, "malformed", site.signed(site.get("/echo/a").add("X-App-Signed-Headers", name)));
  }

  @Test
  void signedForAnotherContextPath_isSignatureInvalid() {
    String elsewhere = sites.of(SiteKind.SAMPLE).path() + "/echo/a";
    RawRequest signed = site.signed(site.get("/").target(elsewhere));
    site.assertRefused(401, "signature-invalid", signed.target(site.path() + "/echo/a"));
  }

  private void assertRefused(RawRequest changed) {
    RawResponse answer = site.refused(changed);
    Set<String> codes = Set.of("signature-invalid", "body-mismatch", "path-ambiguous", "-");
    assertTrue(answer.status() >= 400 && answer.status() < 500, answer::toString);
    assertTrue(codes.contains(answer.code()), answer::toString);
  }
}
