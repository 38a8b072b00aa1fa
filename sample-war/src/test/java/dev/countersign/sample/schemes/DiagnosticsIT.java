package dev.countersign.sample.schemes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.Macs;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.Signer;
import dev.countersign.sample.wire.TencentSigner;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refused caller is shown of the text that he should have signed, scheme by scheme. */
@ExtendWith(SchemeSites.Extension.class)
class DiagnosticsIT {

  private static final List<String> SCHEMES = Signer.SCHEMES;
  private static final int CAP = 8192 + "...".length();

  private final Rooms rooms;

  DiagnosticsIT(SchemeSites sites) {
    rooms = Rooms.of(sites);
  }

  static Map<String, Map<String, String>> rooms() {
    Map<String, Map<String, String>> rooms = new HashMap<>();
    for (String scheme : SCHEMES) {
      rooms.put("told-" + scheme, Map.of("schemes", scheme, "diagnostics", "true"));
    }
    rooms.put(
        "told-as-tencent",
        Map.of("schemes", "tencent", "diagnostics", "true", "compat", "tencent"));
    return rooms;
  }

  /** Signed for one target and sent to another, so that the signature does not match. */
  private RawRequest mismatched(String room, String scheme, Application application) {
    RawRequest request =
        rooms
            .request(room, "POST", "/a?q=1")
            .add("Accept", "application/json")
            .body("application/json", "{\"name\":\"\u00e9\"}");
    RawRequest signed = Signer.USUAL.get(scheme).sign(request, application);
    return signed.target(signed.target().replace("q=1", "q=2"));
  }

  private RawResponse refused(RawRequest request) {
    RawResponse answer = rooms.site().refused(request);
    assertEquals(401, answer.status(), answer::toString);
    return answer;
  }

  @ParameterizedTest
  @FieldSource("SCHEMES")
  void off_showsNothing(String scheme) {
    RawRequest request = mismatched("alone-" + scheme, scheme, rooms.application());
    RawResponse answer = refused(request);
    assertEquals("signature-invalid", answer.code());
    assertFalse(answer.json().has("canonicalRequest"), answer::toString);
    assertFalse(answer.text().contains("q=2"), answer::toString);
    assertTellsNoSecret(answer, scheme, request);
  }

  @ParameterizedTest
  @FieldSource("SCHEMES")
  void onForAKnownKey_showsTheTextInTheFormOfItsScheme(String scheme) {
    RawRequest request = mismatched("told-" + scheme, scheme, rooms.application());
    RawResponse answer = refused(request);
    assertEquals("signature-invalid", answer.code());
    assertEquals(
        Signer.USUAL.get(scheme).shown(request),
        unmasked(request, answer.json().path("canonicalRequest").asText()));
    assertTellsNoSecret(answer, scheme, request);
  }

  @ParameterizedTest
  @FieldSource("SCHEMES")
  void onForAnUnknownKey_showsNothing(String scheme) {
    Application nobody = rooms.application().withAppKey("ak-that-nobody-was-given");
    RawResponse answer = refused(mismatched("told-" + scheme, scheme, nobody));
    RawResponse same = refused(mismatched("alone-" + scheme, scheme, nobody));
    assertFalse(answer.json().has("canonicalRequest"), answer::toString);
    assertEquals(same.text().length(), answer.text().length(), "as with diagnostics off");
  }

  @ParameterizedTest
  @FieldSource("SCHEMES")
  void onForAnAdmittedRequest_changesNothing(String scheme) {
    RawRequest request = rooms.request("told-" + scheme, "GET", "/admitted");
    RawResponse answer =
        rooms.site().assertAdmitted(Signer.USUAL.get(scheme).sign(request, rooms.application()));
    assertFalse(answer.text().contains("canonicalRequest"));
  }

  @ParameterizedTest
  @FieldSource("SCHEMES")
  void controlCharactersAndLettersOfOtherTongues_areEscaped(String scheme) {
    RawRequest odd =
        mismatched("told-" + scheme, scheme, rooms.application())
            .set("Accept", "a\tb\u00ff\"")
            .set("Content-Type", "text/plain;\ta=\"\u00ff\"");
    RawResponse answer = rooms.site().refused(odd);
    assertTrue(answer.status() == 401 || answer.status() == 400, answer::toString);
    assertTrue(answer.text().chars().allMatch(c -> c >= ' ' && c <= '~'), answer::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"told-tencent", "told-aliyun", "told-as-tencent"})
  void longText_isCut(String room) {
    String scheme = room.equals("told-aliyun") ? "aliyun" : "tencent";
    RawRequest form =
        rooms
            .request(room, "POST", "/form")
            .body("application/x-www-form-urlencoded", "a=" + "x".repeat(100_000));
    RawRequest signed = Signer.USUAL.get(scheme).sign(form, rooms.application());
    RawResponse answer = refused(signed.target(signed.target() + "s"));
    String shown = answer.json().path("canonicalRequest").asText("");
    String text = shown.isEmpty() ? answer.json().path("message").asText() : shown;
    assertTrue(text.contains("xxxx") && text.length() <= CAP + 100, "length " + text.length());
  }

  @Test
  void compatTencent_echoesTheStringToSignAsTheGatewayDid() {
    RawRequest request = mismatched("told-as-tencent", "tencent", rooms.application());
    RawResponse answer = refused(request);
    assertEquals(
        "HMAC signature does not match, Server StringToSign:"
            + TencentSigner.usual().shown(request),
        answer.json().path("message").asText());
    assertEquals(1, answer.json().size(), answer::toString);
    assertTellsNoSecret(answer, "tencent", request);
  }

  @Test
  void compatTencent_echoesNothingForAnUnknownKey() {
    Application nobody = rooms.application().withAppKey("ak-that-nobody-was-given");
    RawResponse answer = refused(mismatched("told-as-tencent", "tencent", nobody));
    assertEquals("HMAC signature does not match.", answer.json().path("message").asText());
  }

  /** The text that the caller signed has the value where the answer has its length and hash. */
  private static String unmasked(RawRequest request, String shown) {
    String text = shown;
    for (RawRequest.Field field : request.headers()) {
      byte[] value = field.value().getBytes(StandardCharsets.ISO_8859_1);
      String mask =
          "<"
              + field.value().length()
              + " characters, sha-256 "
              + Macs.sha256Hex(value).substring(0, 8)
              + ">";
      text = text.replace(mask, field.value());
    }
    return text;
  }

  /** Neither the signature that would have been right nor the secret, in any of their forms. */
  private void assertTellsNoSecret(RawResponse answer, String scheme, RawRequest request) {
    String all = (answer.headers() + answer.text()).toLowerCase(Locale.ROOT);
    byte[] mac = Signer.USUAL.get(scheme).mac(request, rooms.application());
    byte[] secret = Macs.utf8(rooms.application().secret());
    for (byte[] hidden : List.of(mac, secret)) {
      for (String form : List.of(Macs.hex(hidden), Macs.base64(hidden).replace("=", ""))) {
        assertFalse(all.contains(form.toLowerCase(Locale.ROOT)), answer::toString);
      }
    }
    assertFalse(
        all.contains(rooms.application().secret().toLowerCase(Locale.ROOT)), answer::toString);
  }
}
