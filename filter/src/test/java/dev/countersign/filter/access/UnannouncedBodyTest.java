package dev.countersign.filter.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.countersign.signing.registry.Schemes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Under schemes that sign the body itself, a head that announces none is judged like those of the
 * others: the signature first, then what its owner may, and that nothing followed last.
 */
class UnannouncedBodyTest {

  private static final Set<String> SIGN_THE_BODY_ITSELF =
      Set.of("tencent GET", "tencent POST", "aliyun POST");

  private final MemoryStores stores = Gates.stores();

  UnannouncedBodyTest() {
    Set<String> all = Schemes.known().stream().map(scheme -> scheme.id()).collect(toSet());
    stores.put(Gates.listing(all, Gates.SECRET));
  }

  static List<SignedRow> rows() {
    return SignedRow.all();
  }

  static List<SignedRow> rowsWithoutABody() {
    return rows().stream().filter(row -> row.bodyBytes().length == 0).toList();
  }

  private Verdict decide(SignedRow row, TestBody body) {
    AccessPolicy policy =
        Gates.policy(
            Schemes.known(),
            ReplayRule.SIGNATURE,
            new EnvironmentChoice.Fixed("release"),
            "/orders");
    return new AccessGate(policy, stores, CallLimit.UNLIMITED, Gates.CLOCK)
        .decide(row.arrival(), body);
  }

  private static Reason reason(Verdict verdict) {
    return assertInstanceOf(Verdict.Rejected.class, verdict).reason();
  }

  @ParameterizedTest
  @MethodSource("rowsWithoutABody")
  void goodSignatureWithoutAGrant_isNotGranted_whereNoBodyIsAnnounced(SignedRow row) {
    stores.revoke("application-1", "release", "GET /orders/{id}");
    assertEquals(Reason.NOT_GRANTED, reason(decide(row, TestBody.EMPTY)));
    boolean held = SIGN_THE_BODY_ITSELF.contains(row.scheme() + " GET");
    assertEquals(
        held ? Reason.SIGNATURE_INVALID : Reason.NOT_GRANTED,
        reason(decide(row, new TestBody(new byte[0]).declaring(-1))));
  }

  @ParameterizedTest
  @MethodSource("rowsWithoutABody")
  void bytesThatFollowAHeadWhichAnnouncesNone_areNotLetIn(SignedRow row) {
    TestBody smuggled = new TestBody("x".getBytes(UTF_8)).declaring(0);
    assertEquals(Reason.BODY_MISMATCH, reason(decide(row, smuggled)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void bodyThatMayFollow_isHeld_whereTheSignatureNeedsIt(SignedRow row) {
    TestBody body = row.body().declaring(-1);
    assertInstanceOf(Admitted.class, decide(row, body));
    boolean held = SIGN_THE_BODY_ITSELF.contains(row.scheme() + ' ' + row.text("method"));
    assertEquals(held ? 1 : 0, body.heldProofs());
    assertEquals(1, body.reads());
  }
}
