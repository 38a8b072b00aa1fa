package dev.countersign.sample.schemes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.wire.AliyunSigner;
import dev.countersign.sample.wire.DerivedKeySigner;
import dev.countersign.sample.wire.Macs;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The environment by host, as JD's gateway has it, and by X-Ca-Stage, as Alibaba's has it. */
@ExtendWith(SchemeSites.Extension.class)
class StatedEnvironmentIT {

  private final Rooms rooms;

  StatedEnvironmentIT(SchemeSites sites) {
    rooms = Rooms.of(sites);
  }

  static Map<String, Map<String, String>> rooms() {
    return Map.of(
        "by-host",
            Map.of(
                "schemes", "jdcloud",
                "environmentFrom", "host",
                "environmentHosts", "shop.example=release,shop-test.example=test"),
        "by-stage", Map.of("schemes", "aliyun", "environmentFrom", "header"));
  }

  private RawRequest toHost(String host) {
    return rooms.request("by-host", "GET", "/a?b=1").set("Host", host);
  }

  private RawRequest staged(String stage) {
    return rooms.request("by-stage", "GET", "/a?b=1").add("X-Ca-Stage", stage);
  }

  private static String environment(RawResponse admitted) {
    return admitted.json().path("caller").path("environment").asText();
  }

  private RawResponse admitted(RawRequest signed) {
    return rooms.site().assertAdmitted(signed);
  }

  @ParameterizedTest
  @CsvSource({"shop.example, release", "shop.example:443, release", "SHOP-test.Example:80, test"})
  void host_decidesTheEnvironment(String host, String environment) {
    RawRequest canonical =
        DerivedKeySigner.jdcloud2()
            .sign(
                toHost(host.toLowerCase(Locale.ROOT).replaceFirst(":.*", "")), rooms.application());
    assertEquals(environment, environment(admitted(canonical.set("Host", host))));
    RawRequest unsigned =
        DerivedKeySigner.jdcloud2().signing("content-type").sign(toHost(host), rooms.application());
    assertEquals(environment, environment(admitted(unsigned)));
  }

  @Test
  void hostWithoutEnvironment_isRefused() {
    RawRequest other = toHost("other.example");
    RawRequest hashed = other.add("x-jdcloud-content-sha256", Macs.sha256Hex(new byte[0]));
    for (RawRequest request : List.of(other, hashed)) {
      RawRequest signed = DerivedKeySigner.jdcloud2().sign(request, rooms.application());
      rooms.site().assertRefused(403, "environment-mismatch", signed);
    }
  }

  @Test
  void requestToAnotherHost_isRefused_whetherItsHostIsSignedOrNot() {
    RawRequest signed =
        DerivedKeySigner.jdcloud2().sign(toHost("shop-test.example"), rooms.application());
    rooms.site().assertRefused(401, "signature-invalid", signed.set("Host", "shop.example"));
    assertEquals("test", environment(admitted(signed)));
    RawRequest unsigned =
        DerivedKeySigner.jdcloud2()
            .signing("content-type")
            .sign(toHost("shop-test.example"), rooms.application());
    assertEquals("test", environment(admitted(unsigned)));
    rooms.site().assertRefused(401, "replayed", unsigned.set("Host", "shop.example"));
  }

  @ParameterizedTest
  @CsvSource({"RELEASE, release", "PRE, prepub", "TEST, test"})
  void signedStage_decidesTheEnvironment(String stage, String environment) {
    RawRequest signed = AliyunSigner.usual().sign(staged(stage), rooms.application());
    assertEquals(environment, environment(admitted(signed)));
  }

  @Test
  void stageThatIsNotSigned_isMalformed_andNoStageIsNoEnvironment() {
    RawRequest silent =
        AliyunSigner.usual().sign(rooms.request("by-stage", "GET", "/a?b=1"), rooms.application());
    rooms.site().assertRefused(400, "malformed", silent.add("X-Ca-Stage", "TEST"));
    rooms.site().assertRefused(403, "environment-mismatch", silent);
  }

  @Test
  void anotherStageThanTheSignedOne_isSignatureInvalid() {
    RawRequest signed = AliyunSigner.usual().sign(staged("TEST"), rooms.application());
    rooms.site().assertRefused(401, "signature-invalid", signed.set("X-Ca-Stage", "RELEASE"));
    assertEquals("test", environment(admitted(signed)));
  }
}
