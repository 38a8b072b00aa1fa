package dev.countersign.filter.access;

import static dev.countersign.filter.access.Gates.NOW;
import static dev.countersign.filter.access.Gates.arrival;
import static dev.countersign.filter.access.Gates.gate;
import static dev.countersign.filter.access.Gates.goodCall;
import static dev.countersign.filter.access.Gates.signer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import dev.countersign.signing.countersign1.RequestSigner;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the gate decides once it knows who calls: environment, API, grant, size, nonce and body. */
class AccessGateDecisionTest {

  private final MemoryStores stores = Gates.stores();

  private Reason reasonFor(Arrival arrival) {
    Verdict verdict = gate(stores).decide(arrival, new TestBody(new byte[0]));
    return assertInstanceOf(Verdict.Rejected.class, verdict).reason();
  }

  @Test
  void signatureForAnotherEnvironment_isAMismatch() {
    assertEquals(
        Reason.ENVIRONMENT_MISMATCH,
        reasonFor(arrival(signer("test", NOW), "GET", "/orders/17", new byte[0])));
  }

  @Test
  void pathWithoutAnApi_isUnknown_andOneOfAnotherEnvironmentIsNotGranted() {
    assertEquals(
        Reason.API_UNKNOWN,
        reasonFor(arrival(signer("release", NOW), "GET", "/orders/17/x", new byte[0])));
    stores.revoke("application-1", "release", "GET /orders/{id}");
    stores.grant("application-1", "test", "GET /orders/{id}", Gates.grant());
    assertEquals(Reason.NOT_GRANTED, reasonFor(goodCall()));
  }

  @Test
  void grantOutsideItsTime_isNotGranted_andItsEdgesAreExact() {
    stores.revoke("application-1", "release", "GET /orders/{id}");
    stores.grant(
        "application-1",
        "release",
        "GET /orders/{id}",
        new Grant("early", NOW.plusMillis(1), null, Set.of()));
    stores.grant(
        "application-1", "release", "GET /orders/{id}", new Grant("late", null, NOW, Set.of()));
    assertEquals(Reason.NOT_GRANTED, reasonFor(goodCall()));
    stores.grant(
        "application-1",
        "release",
        "group-1",
        new Grant("now", NOW, NOW.plusMillis(1), Set.of("writer")));
    Admitted admitted =
        assertInstanceOf(Admitted.class, gate(stores).decide(goodCall(), TestBody.EMPTY));
    assertEquals(Set.of("writer"), admitted.roles());
  }

  @Test
  void grantsOnApiAndGroup_uniteTheirRoles() {
    stores.grant("application-1", "release", "group-1", new Grant("g", null, null, Set.of("x")));
    Admitted admitted =
        assertInstanceOf(Admitted.class, gate(stores).decide(goodCall(), TestBody.EMPTY));
    assertEquals(Set.of("reader", "x"), admitted.roles());
  }

  @Test
  void wrongSecretOrUnknownKey_isSignatureInvalid_andTheBodyUnread() {
    byte[] body = "{}".getBytes(UTF_8);
    Secret wrong = Secret.ofText("another secret, long enough");
    for (AppKey key : List.of(Gates.KEY, new AppKey("app-unknown"))) {
      RequestSigner stranger = RequestSigner.of(key, wrong, "release", InstantSource.fixed(NOW));
      TestBody source = new TestBody(body);
      Verdict verdict = gate(stores).decide(arrival(stranger, "POST", "/orders", body), source);
      assertEquals(Reason.SIGNATURE_INVALID, ((Verdict.Rejected) verdict).reason());
      assertEquals(0, source.reads());
    }
  }

  @Test
  void declaredLengthOverTheLimit_isTooLarge_andUnread() {
    byte[] body = new byte[1001];
    TestBody source = new TestBody(body);
    Verdict verdict =
        gate(stores).decide(arrival(signer("release", NOW), "POST", "/orders", body), source);
    assertEquals(Reason.TOO_LARGE, ((Verdict.Rejected) verdict).reason());
    assertEquals(0, source.reads());
  }

  @Test
  void sameNonceTwice_isReplayed_andItsBodyUnread() {
    byte[] body = "{}".getBytes(UTF_8);
    Arrival call = arrival(signer("release", NOW), "POST", "/orders", body);
    assertInstanceOf(Admitted.class, gate(stores).decide(call, new TestBody(body)));
    TestBody again = new TestBody(body);
    Verdict verdict = gate(stores).decide(call, again);
    assertEquals(Reason.REPLAYED, ((Verdict.Rejected) verdict).reason());
    assertEquals(0, again.reads());
  }

  @Test
  void anotherBody_isAMismatch() {
    Arrival call = arrival(signer("release", NOW), "POST", "/orders", "{}".getBytes(UTF_8));
    Verdict verdict = gate(stores).decide(call, new TestBody("[]".getBytes(UTF_8)));
    assertEquals(Reason.BODY_MISMATCH, ((Verdict.Rejected) verdict).reason());
  }

  @Test
  void bodyOnARequestSignedWithout_isAMismatch() {
    Verdict verdict = gate(stores).decide(goodCall(), new TestBody(new byte[] {1}));
    assertEquals(Reason.BODY_MISMATCH, ((Verdict.Rejected) verdict).reason());
  }
}
