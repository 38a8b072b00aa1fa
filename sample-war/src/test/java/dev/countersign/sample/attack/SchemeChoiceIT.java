package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.DerivedKeySigner;
import dev.countersign.sample.wire.Macs;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller does not choose how much his signature is worth. */
@ExtendWith(Sites.Extension.class)
class SchemeChoiceIT {
  private final Site site;
  private final Site nativeOnly;

  SchemeChoiceIT(Sites sites) {
    site = sites.of(SiteKind.EVERY_SCHEME);
    nativeOnly = sites.of(SiteKind.SAMPLE);
  }

  /** With a signed digest, so that the body decides nothing. */
  private static RawRequest aws4(Site site, Application application) {
    RawRequest request = site.get("/echo/a");
    return DerivedKeySigner.aws4()
        .sign(request.add("X-Amz-Content-Sha256", Macs.sha256Hex(request.body())), application);
  }

  @Test
  void goodSignatureOfASchemeThatTheApplicationDoesNotList_isSchemeUnsupported() {
    Application echo = site.application("echo");
    site.assertRefused(401, "scheme-unsupported", aws4(site, echo));
    Application guessing = echo.withSecret("not-the-secret-of-anybody");
    site.assertRefused(401, "signature-invalid", aws4(site, guessing));
  }

  @Test
  void schemeThatTheFilterDoesNotList_isSchemeUnsupported() {
    RawRequest signed = aws4(nativeOnly, nativeOnly.application("echo"));
    nativeOnly.assertRefused(401, "scheme-unsupported", signed);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"AWS4-HMAC-SHA1", "AWS4-HMAC-MD5", "aws4-hmac-sha256", "AWS4-HMAC-SHA512", "none"})
  void otherAlgorithmInASignature_isRefused(String algorithm) {
    RawRequest signed = aws4(site, site.application("echo"));
    String header = signed.header("Authorization").orElseThrow();
    assertRefused(signed.set("Authorization", header.replaceFirst("^AWS4-HMAC-SHA256", algorithm)));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"v0=", "V1=", "v1:", "none=", "hmac-md5=", "sha1=", "v2=", "v1=v1="})
  void otherVersionInANativeSignature_isRefused(String version) {
    RawRequest signed = site.signed(site.get("/echo/a"));
    String header = signed.header("X-App-Signature").orElseThrow();
    assertRefused(signed.set("X-App-Signature", header.replace("v1=", version)));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "hmac id=\"key\", algorithm=\"none\", headers=\"x-date\", signature=\"\"",
        "hmac id=\"key\", algorithm=\"hmac-md5\", headers=\"x-date\", signature=\"AAAA\"",
        "hmac id=\"key\", algorithm=\"HMAC-SHA1\", headers=\"x-date\", signature=\"AAAA\"",
        "JDCLOUD2-HMAC-SHA1 Credential=k/20261122/a/b/jdcloud2_request, SignedHeaders=host",
        "Bearer abc",
        "Basic YTpi",
        "Digest username=\"a\""
      })
  void authorizationOfAnotherKind_isRefused(String value) {
    assertRefused(site.get("/echo/a").add("X-Date", "now").add("Authorization", value));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Authorization: hmac id=\"key\", algorithm=\"hmac-sha1\"",
        "Authorization: AWS4-HMAC-SHA256 Credential=key",
        "Authorization: JDCLOUD2-HMAC-SHA256 Credential=key",
        "X-Ca-Key: key",
        "Signature-Input: sig=()"
      })
  void marksOfASecondScheme_areMalformed(String second) {
    String[] header = second.split(": ", 2);
    RawRequest signed = site.signed(site.get("/echo/a"));
    site.assertRefused(400, "malformed", signed.add(header[0], header[1]));
  }

  private void assertRefused(RawRequest request) {
    RawResponse answer = site.refused(request);
    Set<String> codes =
        Set.of("malformed", "scheme-unsupported", "signature-invalid", "credentials-missing");
    assertTrue(codes.contains(answer.code()), answer::toString);
  }
}
