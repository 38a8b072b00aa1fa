package dev.countersign.sample.schemes;

import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.ServerClock;
import dev.countersign.sample.wire.Signer;
import dev.countersign.sample.wire.TencentSigner;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Honest repeats and replays under every scheme, remembered in the database. */
@ExtendWith(SchemeSites.Extension.class)
class RepeatedRequestsIT {

  private static final List<String> SCHEMES = Signer.SCHEMES;

  /** Whose usual clients sign a nonce, so that no two requests have one signature. */
  private static final Set<String> WITH_NONCE = Set.of("countersign-1", "jdcloud", "aliyun");

  private static final Map<String, String> DATE_HEADERS =
      Map.of(
          "countersign-1", "X-App-Timestamp",
          "tencent", "X-Date",
          "jdcloud", "x-jdcloud-date",
          "aliyun", "X-Ca-Timestamp",
          "aws4", "X-Amz-Date");

  private final Rooms rooms;

  RepeatedRequestsIT(SchemeSites sites) {
    rooms = Rooms.of(sites);
  }

  static Map<String, Map<String, String>> rooms() {
    Map<String, Map<String, String>> rooms = new HashMap<>();
    rooms.put("repeated", Map.of("schemes", String.join(",", SCHEMES)));
    return rooms;
  }

  /** Both signed by the same client at the same instant, one after the other. */
  private RawRequest signed(String scheme, String method, Instant at) {
    RawRequest request = rooms.request("repeated", method, "/" + scheme + "?a=1");
    RawRequest whole =
        method.equals("GET") ? request : request.body("application/json", "{\"amount\":1}");
    String header = DATE_HEADERS.get(scheme);
    RawRequest dated = header == null ? whole : whole.add(header, date(scheme, at));
    return Signer.USUAL.get(scheme).sign(dated, rooms.application());
  }

  private static String date(String scheme, Instant at) {
    return switch (scheme) {
      case "countersign-1" -> Instant.ofEpochSecond(at.getEpochSecond()).toString();
      case "tencent" -> TencentSigner.date(at);
      case "aliyun" -> String.valueOf(at.toEpochMilli());
      default ->
          DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
              .withZone(ZoneOffset.UTC)
              .format(at);
    };
  }

  @ParameterizedTest
  @FieldSource("SCHEMES")
  void twoHonestGetsWithinOneSecond_areAdmitted(String scheme) {
    Instant second = ServerClock.now();
    rooms.site().assertAdmitted(signed(scheme, "GET", second));
    rooms.site().assertAdmitted(signed(scheme, "GET", second));
  }

  @ParameterizedTest
  @FieldSource("SCHEMES")
  void postThatIsSentTwice_isReplayed(String scheme) {
    RawRequest post = signed(scheme, "POST", ServerClock.now());
    rooms.site().assertAdmitted(post);
    rooms.site().assertRefused(401, "replayed", post);
    rooms.site().assertRefused(401, "replayed", post);
  }

  @ParameterizedTest
  @FieldSource("SCHEMES")
  void getThatIsSentTwice_isReplayed_whereItHasANonce(String scheme) {
    RawRequest get = signed(scheme, "GET", ServerClock.now().minusSeconds(5));
    rooms.site().assertAdmitted(get);
    if (WITH_NONCE.contains(scheme)) {
      rooms.site().assertRefused(401, "replayed", get);
    } else {
      rooms.site().assertAdmitted(get);
    }
  }
}
