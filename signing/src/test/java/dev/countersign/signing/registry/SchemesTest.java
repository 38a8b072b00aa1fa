package dev.countersign.signing.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.scheme.SchemeOption;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of schemes, and their options by name. */
class SchemesTest {

  private static final SignableRequest PRESIGNED =
      new SignableRequest(
          "GET",
          "api.example",
          "/u",
          "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=00",
          Headers.builder().build());

  static Stream<SignatureScheme> known() {
    return Schemes.known().stream();
  }

  private static SignatureScheme aws4() {
    return Schemes.byId("aws4").orElseThrow();
  }

  @Test
  void ids_areDistinctAndFound() {
    Set<String> ids = known().map(SignatureScheme::id).collect(Collectors.toSet());
    assertEquals(Schemes.known().size(), ids.size());
    assertEquals(Set.of("countersign-1", "tencent", "jdcloud", "aliyun", "aws4", "rfc9421"), ids);
    known().forEach(scheme -> assertEquals(scheme, Schemes.byId(scheme.id()).orElseThrow()));
    assertEquals("countersign-1", Schemes.countersign1().id());
  }

  @Test
  void foreignSchemes_areThoseOfOtherGateways() {
    List<String> own =
        known().filter(scheme -> !scheme.isForeign()).map(SignatureScheme::id).toList();
    assertEquals(List.of("countersign-1", "rfc9421"), own);
  }

  @ParameterizedTest
  @MethodSource("known")
  void everyOption_canBeSetAfterEveryOther_andIsDocumented(SignatureScheme scheme) {
    SignatureScheme changed = scheme;
    for (SchemeOption option : scheme.options()) {
      String value = option.value().isEmpty() ? "" : "eu-central-1";
      changed = Schemes.with(changed, Map.of(option.name(), value));
      assertNotSame(scheme, changed);
      assertEquals(scheme.id(), changed.id());
      assertFalse(option.meaning().isBlank());
    }
    assertEquals(
        scheme.options().stream().map(SchemeOption::form).toList(),
        changed.options().stream().map(SchemeOption::form).distinct().toList());
  }

  @Test
  void optionsTogether_allHold() throws Exception {
    SignatureScheme both = Schemes.with(aws4(), Map.of("presigned", "", "region", "eu-central-1"));
    assertEquals(
        UnreadableSignatureException.Kind.UNSUPPORTED,
        assertThrows(UnreadableSignatureException.class, () -> aws4().read(PRESIGNED)).kind());
    assertEquals(
        UnreadableSignatureException.Kind.MALFORMED,
        assertThrows(UnreadableSignatureException.class, () -> both.read(PRESIGNED)).kind());
  }

  @Test
  void unknownOptionAndWrongValue_areExplained() {
    assertExplained("has no option \"presign\", only [region=<name>", "presign", "");
    assertExplained("is written region=<name>", "region", "");
    assertExplained("is written presigned", "presigned", "true");
    assertExplained("names such as eu-central-1", "region", "a/b");
  }

  private static void assertExplained(String expected, String option, String value) {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> Schemes.with(aws4(), Map.of(option, value)))
            .getMessage();
    assertTrue(message.contains(expected), message);
  }
}
