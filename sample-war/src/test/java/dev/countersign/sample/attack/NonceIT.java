package dev.countersign.sample.attack;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.ServerClock;
import dev.countersign.sample.wire.WireSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nonces are used up by those who hold the secret, and by nobody else. */
@ExtendWith(Sites.Extension.class)
class NonceIT {
  private static final int FORGERIES = 500;

  private final Site site;

  NonceIT(Sites sites) {
    site = sites.of(SiteKind.SAMPLE);
  }

  @Test
  void manyForgeriesWithOneNonce_doNotUseItUp() {
    RawRequest signed = site.signed(site.get("/echo/a"));
    RawRequest forged = signed.set("X-App-Signature", "v1=" + "A".repeat(43) + "=");
    for (int i = 0; i < FORGERIES; i++) {
      RawRequest other = forged.target(forged.target() + "?" + i);
      if (site.send(other).status() != 401) {
        throw new AssertionError("forgery " + i);
      }
    }
    site.assertAdmitted(signed);
    site.assertRefused(401, "replayed", signed);
  }

  @Test
  void nonceUsedByAnotherApplicationFirst_isAdmitted() {
    String nonce = WireSigner.nonce();
    RawRequest attackers = site.get("/orders/17").add("X-App-Nonce", nonce);
    site.assertAdmitted(WireSigner.sign(attackers, site.application("shop-front")));
    site.assertAdmitted(site.signed(site.get("/echo/a").add("X-App-Nonce", nonce)));
  }

  @Test
  void timestampAtTheFarEndOfTheWindow_isReplayedAllTheSame() {
    String ahead = WireSigner.at(ServerClock.now().plusSeconds(280));
    RawRequest signed = site.signed(site.get("/echo/a").add("X-App-Timestamp", ahead));
    site.assertAdmitted(signed);
    site.assertRefused(401, "replayed", signed);
  }

  /** A lost answer: the same call under another nonce. */
  @Test
  void sameCallSignedAgain_isAdmitted() {
    RawRequest signed = site.signed(site.get("/echo/a"));
    site.assertAdmitted(signed);
    site.assertAdmitted(WireSigner.again(signed, site.application("echo")));
  }
}
