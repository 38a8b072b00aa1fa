package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the servlet reads is what was signed, encoded or not, and within limits. */
@ExtendWith(Sites.Extension.class)
class ProvedBodiesIT {
  private final Site site;

  ProvedBodiesIT(Sites sites) {
    site = sites.of(SiteKind.MEMORY);
  }

  @Test
  void compressedBody_isProvedAndReadAsItWasSent() throws IOException {
    byte[] zipped = zipped("a".repeat(5000));
    RawRequest call =
        site.request("POST", "/echo/a").set("Content-Type", "text/plain").body(zipped);
    RawResponse answer = site.assertAdmitted(site.signed(call.set("Content-Encoding", "gzip")));
    byte[] digest = Base64.getDecoder().decode(WireSigner.digest(zipped));
    assertEquals(
        HexFormat.of().formatHex(digest), answer.json().path("body").path("sha256").asText());
    RawRequest encodingLater = site.signed(call).add("Content-Encoding", "gzip");
    site.assertRefused(401, "signature-invalid", encodingLater);
  }

  @Test
  void formOfTooManyParameters_isTooLarge() {
    String most = "a=1&".repeat(999) + "a=1";
    site.assertAdmitted(site.signed(form(most)));
    assertTooLarge(form(most + "&a=1"));
  }

  private RawRequest form(String text) {
    return site.request("POST", "/echo/via/parameters")
        .body("application/x-www-form-urlencoded", text);
  }

  @Test
  void multipartOfTooManyParts_isTooLarge() {
    String part = "--cut\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";
    RawRequest call = site.request("POST", "/echo/via/parts");
    String type = "multipart/form-data; boundary=cut";
    site.assertAdmitted(site.signed(call.body(type, part.repeat(50) + "--cut--\r\n")));
    assertTooLarge(call.body(type, part.repeat(51) + "--cut--\r\n"));
  }

  @Test
  void headOfAPartTooLarge_isTooLarge() {
    String part =
        "--cut\r\nContent-Disposition: form-data; name=\"a\"\r\nX-A: "
            + "a".repeat(5000)
            + "\r\n\r\n1\r\n--cut--\r\n";
    assertTooLarge(
        site.request("POST", "/echo/via/parts").body("multipart/form-data; boundary=cut", part));
  }

  private void assertTooLarge(RawRequest call) {
    RawResponse answer = site.send(site.signed(call));
    assertTrue(answer.status() == 413 && answer.code().equals("too-large"), answer::toString);
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return out.toByteArray();
  }
}
