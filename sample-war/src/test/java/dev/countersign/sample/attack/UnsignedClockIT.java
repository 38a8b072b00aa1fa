package dev.countersign.sample.attack;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.ServerClock;
import dev.countersign.sample.wire.WireSigner;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but the one signed instant tells the age of a request. */
@ExtendWith(Sites.Extension.class)
class UnsignedClockIT {
  private static final int OUTSIDE_SECONDS = 310;

  private final Site site;

  UnsignedClockIT(Sites sites) {
    site = sites.of(SiteKind.SAMPLE);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"Date", "X-Date", "X-Aux-Date", "X-Amz-Date", "X-Jdcloud-Date", "X-Timestamp"})
  void freshClockBesideAnOldSignedOne_isStale(String header) {
    String now =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(ServerClock.now().atOffset(ZoneOffset.UTC));
    site.assertRefused(401, "stale", old().add(header, now));
  }

  @Test
  void freshMillisecondsBesideAnOldSignedOne_isStale() {
    String now = Long.toString(ServerClock.now().toEpochMilli());
    site.assertRefused(401, "stale", old().add("X-Ca-Timestamp", now));
  }

  @Test
  void freshTimestampInPlaceOfTheOldSignedOne_isSignatureInvalid() {
    site.assertRefused(401, "signature-invalid", old().set("X-App-Timestamp", WireSigner.now()));
  }

  @Test
  void timestampTenYearsAhead_isStale() {
    String then = WireSigner.at(ServerClock.now().plusSeconds(10L * 365 * 86_400));
    site.assertRefused(401, "stale", site.signed(site.get("/echo/a").add("X-App-Timestamp", then)));
  }

  private RawRequest old() {
    String then = WireSigner.at(ServerClock.now().minusSeconds(OUTSIDE_SECONDS));
    return site.signed(site.get("/echo/a").add("X-App-Timestamp", then));
  }
}
