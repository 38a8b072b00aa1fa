package dev.countersign.sample.schemes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.Signer;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.SignatureScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A filter that accepts one scheme, and requests of every one. */
@ExtendWith(SchemeSites.Extension.class)
class SchemeAloneIT {

  private static final List<String> SCHEMES = Signer.SCHEMES;

  private final Rooms rooms;

  SchemeAloneIT(SchemeSites sites) {
    rooms = Rooms.of(sites);
  }

  static Map<String, Map<String, String>> rooms() {
    Map<String, Map<String, String>> alone = new HashMap<>();
    SCHEMES.forEach(scheme -> alone.put("alone-" + scheme, Map.of("schemes", scheme)));
    return alone;
  }

  @Test
  void everyRegisteredScheme_isTested() {
    assertEquals(SCHEMES, Schemes.known().stream().map(SignatureScheme::id).toList());
  }

  @ParameterizedTest
  @FieldSource("SCHEMES")
  void requestOfItsOwnScheme_isAdmitted_andOfAnyOtherIsSchemeUnsupported(String alone) {
    for (String scheme : SCHEMES) {
      for (RawRequest request : List.of(get("alone-" + alone), post("alone-" + alone))) {
        RawRequest signed = Signer.USUAL.get(scheme).sign(request, rooms.application());
        if (scheme.equals(alone)) {
          rooms.site().assertAdmitted(signed);
        } else {
          rooms.site().assertRefused(401, "scheme-unsupported", signed);
        }
      }
    }
  }

  private RawRequest get(String room) {
    return rooms.request(room, "GET", "/a?b=1&c=2").add("Accept", "application/json");
  }

  private RawRequest post(String room) {
    return rooms.request(room, "POST", "/a").body("application/json", "{\"amount\":1}");
  }
}
