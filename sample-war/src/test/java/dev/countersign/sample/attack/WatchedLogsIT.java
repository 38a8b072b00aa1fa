package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.Http2Client;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import dev.countersign.testing.logs.Chatter;
import dev.countersign.testing.logs.WatchedRun;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * All of this run is logged and looked at, and no log holds a credential. The last look, which
 * fails the run, is taken when everything has ended; here it is proved that it means something.
 */
@ExtendWith(Sites.Extension.class)
class WatchedLogsIT {

  private final Sites sites;
  private final Site site;
  private final Application echo;

  WatchedLogsIT(Sites sites) {
    this.sites = sites;
    site = sites.of(SiteKind.SAMPLE);
    echo = site.application("echo");
  }

  @Test
  void marker_isFoundInTheLogsOfTheServerOfEclipseLinkAndOurs() {
    sites.plantMarker();
    assertEquals(Set.of(), WatchedRun.unheard());
  }

  @Test
  void signatureThatOnlyTheServerComputed_isLookedFor() throws GeneralSecurityException {
    RawRequest tampered = site.signed(site.get("/echo/a")).target(site.path() + "/echo/b");
    site.assertRefused(401, "signature-invalid", tampered);
    // By the JDK itself, which tells the watch nothing.
    Mac unwatched = Mac.getInstance("HmacSHA256", "SunJCE");
    unwatched.init(new SecretKeySpec(echo.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] expected =
        unwatched.doFinal(WireSigner.canonical(tampered).getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(true, WatchedRun.looksFor(Base64.getEncoder().encodeToString(expected)));
  }

  @Test
  void whatNobodySent_isNotLookedFor() {
    assertEquals(false, WatchedRun.looksFor("never-sent-" + WireSigner.nonce()));
    assertEquals(true, WatchedRun.looksFor(echo.secret()));
  }

  /** Each row of the list of exceptions is one that cannot be helped. */
  @Test
  void exceptedLoggers_printWholeHeads() {
    String server = sites.server().name();
    Set<String> printed =
        WatchedRun.openDumps(
            () -> {
              RawRequest first = site.signed(site.get("/echo/a"));
              site.send(first);
              site.send(first.add("Brok\\en", first.header("X-App-Signature").orElseThrow()));
              RawRequest second = site.signed(site.get("/echo/a"));
              RawResponse answer = new Http2Client(site.port()).send(second);
              assertEquals(200, answer.status());
            });
    assertEquals(WatchedRun.excepted(server), printed);
  }

  /** What is left out for being too much is looked through here. */
  @Test
  void loggersThatSayTooMuch_printARecordForEachByte() {
    int bytes = 1000;
    Set<String> heard =
        Chatter.heard(
            bytes,
            () -> {
              // Behind the filter a servlet reads what the filter has read in larger pieces.
              Site plain = sites.of(SiteKind.PLAIN);
              RawRequest read = plain.request("POST", "/echo/via/direct/bytes");
              plain.assertAdmitted(read.body(new byte[bytes]));
            });
    assertEquals(Chatter.left(sites.server().name()), heard);
  }

  @Test
  void nothingLoggedSoFar_holdsACredential() {
    site.send(site.signed(site.get("/echo/a")));
    assertEquals(List.of(), WatchedRun.findings());
  }
}
