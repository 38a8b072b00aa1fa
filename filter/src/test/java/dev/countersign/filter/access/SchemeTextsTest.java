package dev.countersign.filter.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.Headers;
import dev.countersign.signing.Hmac;
import dev.countersign.signing.MacTag;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.Tokens;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A MAC that was made under one scheme, with the same secret, can never serve under another. */
class SchemeTextsTest {

  /** How the texts begin that are MACed with the bare secret; no text begins two ways. */
  private static final Map<String, Pattern> BEGINNINGS =
      Map.of(
          "countersign-1", Pattern.compile("countersign-1\n"),
          "tencent", Pattern.compile("[a-z0-9-]+: "),
          "aliyun", Pattern.compile("[A-Z]+\n"),
          "rfc9421", Pattern.compile("\"[@a-z]"));

  /** Schemes whose key is not the bare secret. */
  private static final List<String> DERIVED = List.of("aws4", "jdcloud");

  static List<SignedRow> rows() {
    return SignedRow.all();
  }

  private static PresentedSignature read(SignedRow row) throws UnreadableSignatureException {
    return Schemes.byId(row.scheme()).orElseThrow().read(row.arrival().signable());
  }

  private static List<CanonicalRequest> texts(SignedRow row) throws UnreadableSignatureException {
    Coverage coverage = read(row).coverage();
    return coverage instanceof Coverage.DeclaredDigest declared
        ? declared.canonicalRequests()
        : ((Coverage.WholeBody) coverage).reading().canonicalRequests(row.bodyBytes());
  }

  private static boolean isBare(SignedRow row, CanonicalRequest text)
      throws UnreadableSignatureException {
    PresentedSignature presented = read(row);
    for (Hmac.Algorithm algorithm : Hmac.Algorithm.values()) {
      byte[] mac = Gates.SECRET.hmac(algorithm).compute(text.bytes());
      if (presented.key().apply(Gates.SECRET).matches(text.bytes(), MacTag.of(mac))) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void textUnderTheBareSecret_beginsAsNoOtherSchemes(SignedRow row) throws Exception {
    for (CanonicalRequest text : texts(row)) {
      assertEquals(!DERIVED.contains(row.scheme()), isBare(row, text));
      if (isBare(row, text)) {
        List<String> beginnings =
            BEGINNINGS.entrySet().stream()
                .filter(each -> each.getValue().matcher(string(text)).lookingAt())
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(List.of(row.scheme()), beginnings);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void text_isNotOneOfAnyOtherRowsTexts_norItsMacGoodForThem(SignedRow row) throws Exception {
    PresentedSignature own = read(row);
    for (SignedRow other : rows()) {
      if (!other.scheme().equals(row.scheme())) {
        for (CanonicalRequest foreign : texts(other)) {
          assertFalse(own.isMadeWith(Gates.SECRET, foreign), other::toString);
          assertFalse(
              texts(row).stream().map(SchemeTextsTest::string).toList().contains(string(foreign)));
        }
      }
    }
  }

  /** Each line of a text that looks like a header becomes one, and the first words a target. */
  @ParameterizedTest
  @MethodSource("rows")
  void text_readAsARequest_isReadByNoScheme(SignedRow row) throws Exception {
    for (CanonicalRequest text : texts(row)) {
      Headers.Builder headers = Headers.builder();
      for (String line : string(text).split("\n", -1)) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).replace("\"", "").strip();
        if (Tokens.isToken(name)) {
          headers.add(name, line.substring(colon + 1).strip());
        }
      }
      SignableRequest request =
          new SignableRequest(row.text("method"), "api.example", "/u", "", headers.build());
      for (SignatureScheme scheme : Schemes.known()) {
        assertFalse(scheme.recognises(request) && isReadable(scheme, request), scheme.id());
      }
    }
  }

  private static boolean isReadable(SignatureScheme scheme, SignableRequest request) {
    try {
      return scheme.read(request) != null;
    } catch (UnreadableSignatureException refused) {
      return false;
    }
  }

  @Test
  void headOfEachScheme_isRecognisedByNoOther() {
    for (SignedRow row : rows()) {
      List<String> recognising =
          Schemes.known().stream()
              .filter(scheme -> scheme.recognises(row.arrival().signable()))
              .map(SignatureScheme::id)
              .toList();
      assertEquals(List.of(row.scheme()), recognising);
    }
  }

  @Test
  void everyRegisteredScheme_showsItsOwnBeginning() {
    for (SignatureScheme scheme : Schemes.known()) {
      assertTrue(BEGINNINGS.containsKey(scheme.id()) != DERIVED.contains(scheme.id()), scheme.id());
    }
  }

  private static String string(CanonicalRequest text) {
    return new String(text.bytes(), UTF_8);
  }
}
