package dev.countersign.sample.schemes;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.ServerClock;
import dev.countersign.sample.wire.TencentSigner;
import dev.countersign.testing.HeardLog;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code reportOnly} can say of signatures over a body that it does not read. */
@ExtendWith(SchemeSites.Extension.class)
class ReportOnlyIT {

  private static final int A_DAY = 86_400;

  private final Rooms rooms;

  ReportOnlyIT(SchemeSites sites) {
    rooms = Rooms.of(sites);
  }

  static Map<String, Map<String, String>> rooms() {
    return Map.of(
        "reported",
        Map.of(
            "schemes", "tencent", "reportOnly", ServerClock.now().plusSeconds(A_DAY).toString()));
  }

  @ParameterizedTest
  @CsvSource({"'', would admit", "'{}', not judged"})
  void signatureOverTheBody_isJudged_whereTheHeadRulesOneOut(String body, String told) {
    RawRequest post = rooms.request("reported", "POST", "/a");
    RawRequest whole = body.isEmpty() ? post : post.body("application/json", body);
    try (HeardLog log = HeardLog.ofLibrary()) {
      rooms.site().assertAdmitted(TencentSigner.usual().sign(whole, rooms.application()));
      assertTrue(log.text().contains(told), log::text);
    }
  }
}
