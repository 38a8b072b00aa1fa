package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.EndlessUpload;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.WireSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A stranger does not make the server read a body. */
@ExtendWith(Sites.Extension.class)
class UnreadBodyIT {

  private static final long TWO_GIB = 2L << 30;
  private static final long EIGHT_MIB = 8L << 20;

  private final Site site;
  private final String server;

  UnreadBodyIT(Sites sites) {
    site = sites.of(SiteKind.SAMPLE);
    server = sites.server().name();
  }

  @Test
  void twoGibWithABadSignature_isNotRead() throws Exception {
    long before = site.invocations();
    RawRequest head =
        WireSigner.sign(
                site.request("POST", "/echo/big")
                    .set("Content-Type", "application/octet-stream")
                    .add("Content-Digest", "sha-256=:" + WireSigner.digest(new byte[1]) + ":"),
                site.application("echo").withSecret("not-the-secret-of-anybody"))
            .inChunks();

    EndlessUpload.Outcome outcome = EndlessUpload.send(site.client(), head, TWO_GIB);

    assertEquals(401, outcome.answer().status(), outcome::toString);
    assertEquals("signature-invalid", outcome.answer().code());
    // GlassFish answers at once and then takes what still comes, to no end.
    assertTrue(
        outcome.bytesThatLeft() <= EIGHT_MIB || server.startsWith("GlassFish"), outcome::toString);
    assertEquals(before + 1, site.invocations());
  }

  @Test
  void declaredLengthOverTheLimit_isRefusedBeforeTheBodyIsSent() throws Exception {
    long before = site.invocations();
    RawRequest head =
        site.signed(
            site.request("POST", "/echo/big")
                .set("Content-Type", "application/octet-stream")
                .add("Content-Length", Long.toString(TWO_GIB))
                .add("Content-Digest", "sha-256=:" + WireSigner.digest(new byte[1]) + ":"));

    EndlessUpload.Outcome outcome = EndlessUpload.send(site.client(), head, 0);

    assertEquals(413, outcome.answer().status(), outcome::toString);
    assertEquals("too-large", outcome.answer().code());
    assertEquals(before + 1, site.invocations());
  }
}
