package dev.countersign.filter.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.SignatureScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every registered scheme at one gate, and each of them alone. */
class EverySchemeTest {

  private static final Set<String> IDS =
      Schemes.known().stream().map(SignatureScheme::id).collect(Collectors.toSet());

  /** Whose bodies are held before their signature can be checked, so that no cause can be told. */
  private static final Set<String> HELD = Set.of("tencent POST", "aliyun POST");

  private final MemoryStores stores = Gates.stores();

  EverySchemeTest() {
    stores.put(Gates.listing(IDS, Gates.SECRET));
  }

  static List<SignedRow> rows() {
    return SignedRow.all();
  }

  private Verdict decide(List<SignatureScheme> schemes, Arrival arrival, SignedRow row) {
    AccessPolicy policy =
        Gates.policy(
            schemes, ReplayRule.SIGNATURE, new EnvironmentChoice.Fixed("release"), "/orders");
    return new AccessGate(policy, stores, CallLimit.UNLIMITED, Gates.CLOCK)
        .decide(arrival, row.body());
  }

  private Verdict decideByHeader(SignatureScheme scheme, SignedRow row) {
    AccessPolicy policy =
        Gates.policy(
            List.of(scheme), ReplayRule.SIGNATURE, new EnvironmentChoice.FromHeader(), "/orders");
    return new AccessGate(policy, stores, CallLimit.UNLIMITED, Gates.CLOCK)
        .decide(row.arrival(), row.body());
  }

  private Verdict decide(SignedRow row) {
    return decide(Schemes.known(), row.arrival(), row);
  }

  private static void assertRefused(Reason reason, Verdict verdict) {
    assertEquals(reason, assertInstanceOf(Verdict.Rejected.class, verdict).reason());
  }

  @Test
  void everyRegisteredScheme_hasItsRows() {
    assertEquals(IDS, rows().stream().map(SignedRow::scheme).collect(Collectors.toSet()));
    assertEquals(2 * IDS.size(), rows().size());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void signedRequest_isAdmittedUnderItsScheme(SignedRow row) {
    assertEquals(row.scheme(), assertInstanceOf(Admitted.class, decide(row)).scheme());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void signedRequest_isUnsupported_whereAnotherSchemeStandsAlone(SignedRow row) {
    for (SignatureScheme alone : Schemes.known()) {
      Verdict verdict = decide(List.of(alone), row.arrival(), row);
      if (alone.id().equals(row.scheme())) {
        assertInstanceOf(Admitted.class, verdict);
      } else {
        assertRefused(Reason.SCHEME_UNSUPPORTED, verdict);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void signedRequest_isUnsupported_whereTheApplicationListsAllOthers(SignedRow row) {
    Set<String> others =
        IDS.stream().filter(id -> !id.equals(row.scheme())).collect(Collectors.toSet());
    stores.put(Gates.listing(others, Gates.SECRET));
    Reason reason = assertInstanceOf(Verdict.Rejected.class, decide(row)).reason();
    boolean bodyFirst = HELD.contains(row.scheme() + ' ' + row.text("method"));
    assertEquals(bodyFirst ? Reason.SIGNATURE_INVALID : Reason.SCHEME_UNSUPPORTED, reason);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void requestSignedByTwoSchemes_isMalformed(SignedRow row) {
    for (SignedRow other : rows()) {
      if (!other.scheme().equals(row.scheme()) && other.text("method").equals(row.text("method"))) {
        Headers.Builder both = Headers.builder();
        for (Headers headers : List.of(row.headers(), other.headers())) {
          headers.names().forEach(name -> both.addAll(name, headers.values(name)));
        }
        assertRefused(Reason.MALFORMED, decide(Schemes.known(), row.arrival(both.build()), row));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void requestSentTwice_isReplayed_unlessItsMethodIsSafeAndNoNonceIsSigned(SignedRow row) {
    assertInstanceOf(Admitted.class, decide(row));
    boolean repeatable = row.text("method").equals("GET") && !row.hasNonce();
    if (repeatable) {
      assertInstanceOf(Admitted.class, decide(row));
    } else {
      assertRefused(Reason.REPLAYED, decide(row));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void requestWithAnotherMethod_isSignatureInvalid(SignedRow row) {
    stores.define(List.of(Gates.api("* /orders/**")));
    stores.grant("application-1", "release", "* /orders/**", Gates.grant());
    Arrival arrival = row.arrival();
    SignableRequest request = arrival.signable();
    SignableRequest changed =
        new SignableRequest(
            "PATCH", request.authority(), request.path(), request.query(), request.headers());
    assertRefused(
        Reason.SIGNATURE_INVALID,
        decide(Schemes.known(), Gates.arrival(changed, arrival.dispatchPath()), row));
  }

  @Test
  void requestWithoutStage_hasTheEnvironmentOfTheOption_andOtherwiseNone() {
    SignatureScheme aliyun = Schemes.byId("aliyun").orElseThrow();
    SignatureScheme release = Schemes.with(aliyun, Map.of("absentStage", "release"));
    SignatureScheme test = Schemes.with(aliyun, Map.of("absentStage", "test"));
    List<SignedRow> rows = rows().stream().filter(row -> row.scheme().equals("aliyun")).toList();
    SignedRow silent = rows.get(0);
    SignedRow stating = rows.get(1);
    assertRefused(Reason.ENVIRONMENT_MISMATCH, decideByHeader(aliyun, silent));
    assertRefused(Reason.NOT_GRANTED, decideByHeader(test, silent));
    assertEquals(
        "release", assertInstanceOf(Admitted.class, decideByHeader(release, silent)).environment());
    assertEquals(
        "release", assertInstanceOf(Admitted.class, decideByHeader(test, stating)).environment());
  }

  @ParameterizedTest
  @CsvSource({
    "jdcloud-apim-subscription-key, 0123456789abcdef",
    "Authorization, APPCODE 0123456789abcdef"
  })
  void keyThatIsSentAsItIs_isNoSignature(String name, String key) {
    SignableRequest request =
        new SignableRequest(
            "GET", "api.example", "/orders/17", "", Headers.builder().add(name, key).build());
    assertRefused(
        Reason.CREDENTIALS_MISSING,
        decide(Schemes.known(), Gates.arrival(request, "/orders/17"), rows().get(0)));
  }

  @Test
  void presignedRequest_isUnsupported_whereOnlyTheNativeSchemeIsEnabled_andWithoutItsOption() {
    SignedRow any = rows().get(0);
    SignableRequest signable =
        new SignableRequest(
            "GET",
            "api.example",
            "/orders/17",
            "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=00",
            Headers.builder().build());
    Arrival presigned = Gates.arrival(signable, "/orders/17");
    assertRefused(
        Reason.SCHEME_UNSUPPORTED, decide(List.of(Schemes.countersign1()), presigned, any));
    assertRefused(Reason.SCHEME_UNSUPPORTED, decide(Schemes.known(), presigned, any));
  }
}
