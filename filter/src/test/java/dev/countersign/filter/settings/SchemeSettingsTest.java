package dev.countersign.filter.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.ReplayRule;
import dev.countersign.filter.access.SettingsException;
import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which schemes a filter accepts, and how. */
class SchemeSettingsTest {

  private static final String ALL =
      Schemes.known().stream().map(SignatureScheme::id).collect(Collectors.joining(","));

  private static FilterSettings read(String... namesAndValues) {
    Map<String, String> written = new HashMap<>(Map.of("apis", "orders"));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      written.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return FilterSettings.read(
        written, Path.of("temporary"), Instant.parse("2026-11-21T19:44:12Z"));
  }

  private static String fault(String... namesAndValues) {
    return assertThrows(SettingsException.class, () -> read(namesAndValues)).getMessage();
  }

  @Test
  void everyRegisteredScheme_canBeListed_andChallengesInItsOwnWords() {
    FilterSettings settings = read("schemes", ALL);
    assertEquals(Schemes.known(), settings.schemes());
    assertEquals(Schemes.known(), settings.policy().schemes());
    assertEquals(Schemes.known().size(), settings.challenges().stream().distinct().count());
  }

  @Test
  void defaults_areTheNativeSchemeAlone_bothWindows_andTheMemoryOfSignatures() {
    FilterSettings settings = read();
    assertEquals(List.of(Schemes.countersign1()), settings.schemes());
    assertEquals(Duration.ofMinutes(5), settings.policy().clockSkew());
    assertEquals(Duration.ofMinutes(15), settings.policy().foreignClockSkew());
    assertEquals(ReplayRule.SIGNATURE, settings.policy().replay());
    assertEquals(List.of(), settings.cautions());
  }

  @Test
  void windowsAndReplay_areReadIntoThePolicy() {
    FilterSettings settings = read("foreignClockSkew", "20m", "clockSkew", "1m", "replay", "off");
    assertEquals(Duration.ofMinutes(20), settings.policy().foreignClockSkew());
    assertEquals(Duration.ofMinutes(1), settings.policy().clockSkew());
    assertEquals(ReplayRule.OFF, settings.policy().replay());
  }

  @Test
  void options_reachTheirSchemeOnly() throws Exception {
    FilterSettings settings =
        read(
            "schemes",
            "tencent, aws4",
            "schemeOptions",
            "tencent.sha384AndSha512, aws4.region = cn-north-1 ,aws4.service=orders");
    assertEquals(
        List.of("tencent", "aws4"), settings.schemes().stream().map(SignatureScheme::id).toList());
    assertRegion(settings.schemes().get(1), "cn-north-1", "is a scope of this region");
    assertRegion(read("schemes", "aws4").schemes().get(0), "eu-west-1", "any region by default");
    assertThrows(
        UnreadableSignatureException.class,
        () -> assertRegion(settings.schemes().get(1), "eu-west-1", "another region"));
  }

  private static void assertRegion(SignatureScheme aws4, String region, String why)
      throws UnreadableSignatureException {
    Headers headers =
        Headers.builder()
            .add("Host", "api.example")
            .add("X-Amz-Date", "20261121T194412Z")
            .add(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=app-one/20261121/"
                    + region
                    + "/orders/aws4_request, SignedHeaders=host;x-amz-date, Signature="
                    + "0".repeat(64))
            .build();
    assertEquals(
        "app-one",
        aws4.read(new SignableRequest("GET", "api.example", "/u", "", headers)).appKey().value(),
        why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "presigned;is not <scheme>.<option>",
        ".presigned;is not <scheme>.<option>",
        "aws5.presigned;\"aws5\" is no scheme",
        "countersign-1.weak;countersign-1 has no option \"weak\", only []",
        "aws4.presign;aws4 has no option \"presign\", only [region=<name>, ",
        "aws4.presigned=true;this option is written presigned",
        "aws4.region;this option is written region=<name>",
        "aws4.region=;has no value behind =",
        "aws4.region=a/b;names such as eu-central-1",
        "aws4.region=a,aws4.region=b;\"aws4.region\" occurs twice",
        "jdcloud.service=a/b;names such as cn-north-1",
        "aliyun.sha1;aliyun has no option \"sha1\", only [withoutSha1, ",
        "aliyun.absentStage;this option is written absentStage=<environment>",
        "aliyun.absentStage=a/b;an environment such as release",
        "aws4.presigned,;an element is empty"
      })
  void otherOptions_areExplained(String written, String explained) {
    String message = fault("schemes", ALL, "schemeOptions", written);
    assertTrue(message.startsWith("The setting schemeOptions takes options between"), message);
    assertTrue(message.contains(explained), message);
    assertTrue(message.contains("`tencent.sha384AndSha512`"), message);
  }

  @Test
  void optionOfASchemeThatIsNotListed_isAContradiction() {
    String message = fault("schemes", "tencent", "schemeOptions", "aws4.presigned");
    assertTrue(message.contains("options of aws4, which schemes leaves out"), message);
  }

  @Test
  void compat_isForFiltersThatAcceptTencent() {
    assertTrue(read("schemes", "countersign-1,tencent", "compat", "tencent").answersAsTencent());
    assertFalse(read("schemes", "tencent").answersAsTencent());
    assertTrue(fault("schemes", "tencent", "compat", "kong").contains("compat takes `tencent`"));
    String contradiction = fault("compat", "tencent");
    assertTrue(contradiction.contains("tencent, which schemes leaves out"), contradiction);
  }

  @Test
  void unknownScheme_isExplained() {
    String message = fault("schemes", "tencent,aws5");
    assertTrue(message.contains("\"aws5\" is no scheme"), message);
    assertTrue(message.contains("`countersign-1`, `tencent`"), message);
    assertTrue(fault("replay", "nonce").contains("`signature` or `off`"));
  }

  @ParameterizedTest
  @CsvSource({
    "path, tencent, signature, 'first segment of the path, which tencent may leave unsigned: the first'",
    "path, tencent, off, 'first segment of the path, which tencent may leave unsigned: whoever'",
    "header, tencent, off, remembers no signatures (replay=off)"
  })
  void environmentThatIsLeftUnsigned_isACaution(
      String from, String schemes, String replay, String told) {
    String cautions =
        String.join(
            "\n", read("environmentFrom", from, "schemes", schemes, "replay", replay).cautions());
    assertTrue(cautions.contains(told), cautions);
  }

  @Test
  void environmentOfTheHost_isACautionForSchemesThatLeaveItUnsigned() {
    String[] byHost = {"environmentFrom", "host", "environmentHosts", "a.example=test"};
    String[] all = {byHost[0], byHost[1], byHost[2], byHost[3], "schemes", ALL};
    assertTrue(
        read(all)
            .cautions()
            .get(0)
            .contains("in the host, which tencent, jdcloud, aliyun may leave"));
    assertEquals(List.of(), read(byHost).cautions());
  }
}
