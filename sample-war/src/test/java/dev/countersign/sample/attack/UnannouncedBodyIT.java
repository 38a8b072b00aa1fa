package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Http2Client;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.Signer;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A head that announces no body is believed only as far as it cannot harm: the signature is checked
 * first, and the body must be empty.
 */
@ExtendWith(Sites.Extension.class)
class UnannouncedBodyIT {

  private final Site site;

  UnannouncedBodyIT(Sites sites) {
    site = sites.of(SiteKind.EVERY_FORM);
  }

  static List<String> schemes() {
    return Signer.SCHEMES;
  }

  private RawRequest signed(String scheme, String method, String application) {
    RawRequest bare = site.request(method, "/echo/a?n=" + UUID.randomUUID());
    return Signer.USUAL.get(scheme).sign(bare, site.application(application));
  }

  /**
   * Servers cut them off, refuse the request, or reset the stream, maybe while the servlet runs.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("schemes")
  void bytesBehindALengthOfZero_areSeenByNobody_overHttp2(String scheme) {
    RawRequest signed = signed(scheme, "POST", "every-scheme").add("Content-Length", "0");
    long before = site.invocations();
    try {
      RawResponse answer = send(signed.body(new byte[] {'x'}).inChunks());
      if (answer.status() == 200) {
        assertEquals(0, answer.json().path("body").path("length").asInt(-1), answer::toString);
      } else {
        assertEquals(4, answer.status() / 100, answer::toString);
        assertEquals(before + 1, site.invocations(), answer::toString);
      }
    } catch (UncheckedIOException resetByTheServer) {
      assertTrue(site.invocations() <= before + 2);
    }
    site.assertAdmitted(signed(scheme, "POST", "every-scheme"));
  }

  @Test
  void disabledApplication_isToldSo_whereTheHeadRulesABodyOut() {
    site.assertRefused(403, "application-disabled", signed("tencent", "GET", "disabled"));
    RawRequest ofLengthZero = signed("tencent", "POST", "disabled");
    site.assertRefused(403, "application-disabled", ofLengthZero);
    site.assertRefused(401, "signature-invalid", ofLengthZero.inChunks());
    assertEquals("403 application-disabled", outcomeOverHttp2(ofLengthZero));
    assertEquals("401 signature-invalid", outcomeOverHttp2(ofLengthZero.inChunks()));
  }

  private String outcomeOverHttp2(RawRequest request) {
    RawResponse answer = send(request);
    return answer.status() + " " + answer.code();
  }

  private RawResponse send(RawRequest request) {
    return new Http2Client(site.port()).send(request);
  }
}
