package dev.countersign.filter.access;

import static dev.countersign.filter.access.Gates.NOW;
import static dev.countersign.filter.access.Gates.arrival;
import static dev.countersign.filter.access.Gates.gate;
import static dev.countersign.filter.access.Gates.goodCall;
import static dev.countersign.filter.access.Gates.signer;
import static dev.countersign.filter.access.Gates.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.countersign.signing.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls: everything that the gate asks before it decides what the caller may do. */
class AccessGateTest {

  private final List<Decision> heard = new ArrayList<>();
  private final MemoryStores stores = Gates.stores(heard);

  private Reason reasonFor(Arrival arrival) {
    Verdict verdict = gate(stores).decide(arrival, new TestBody(new byte[0]));
    return assertInstanceOf(Verdict.Rejected.class, verdict).reason();
  }

  @Test
  void signedCallWithAGrant_isAdmitted_withItsIdentity() {
    Admitted admitted =
        assertInstanceOf(Admitted.class, gate(stores).decide(goodCall(), TestBody.EMPTY));
    assertEquals("application-1", admitted.applicationId());
    assertEquals("account-1", admitted.accountId());
    assertEquals("release", admitted.environment());
    assertEquals("GET /orders/{id}", admitted.api().operation());
    assertEquals(Set.of("reader"), admitted.roles());
    assertEquals("countersign-1", admitted.scheme());
  }

  @Test
  void noCredentials_areMissing() {
    Arrival bare = with(goodCall(), "x-app-key");
    for (String name : List.of("x-app-signature", "x-app-timestamp", "x-app-nonce")) {
      bare = with(bare, name);
    }
    assertEquals(Reason.CREDENTIALS_MISSING, reasonFor(bare));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-HTTP-Method-Override",
        "X-HTTP-Method",
        "X-Method-Override",
        "X-App-Caller",
        "X-App-Account",
        "X-App-Roles",
        "X-App-Grant"
      })
  void headerThatCouldMisleadTheApplication_isMalformed(String name) {
    assertEquals(Reason.MALFORMED, reasonFor(with(goodCall(), name, "x")));
  }

  @Test
  void webSocketUpgrade_isMalformed_butH2cIsNot() {
    assertEquals(Reason.MALFORMED, reasonFor(with(goodCall(), "Upgrade", "foo, WebSocket")));
    assertInstanceOf(
        Admitted.class, gate(stores).decide(with(goodCall(), "Upgrade", "h2c"), TestBody.EMPTY));
  }

  @Test
  void windowIsClosed_onBothSides() {
    for (Duration off : List.of(Duration.ofSeconds(301), Duration.ofDays(3650))) {
      assertEquals(
          Reason.STALE,
          reasonFor(arrival(signer("release", NOW.minus(off)), "GET", "/orders/17", new byte[0])));
      assertEquals(
          Reason.STALE,
          reasonFor(arrival(signer("release", NOW.plus(off)), "GET", "/orders/17", new byte[0])));
    }
    assertInstanceOf(
        Admitted.class,
        gate(stores)
            .decide(
                arrival(signer("release", NOW.plusSeconds(300)), "GET", "/orders/17", new byte[0]),
                TestBody.EMPTY));
  }

  @Test
  void unknownKeyAndWrongSecret_areOneReason() {
    assertEquals(Reason.SIGNATURE_INVALID, reasonFor(with(goodCall(), "X-App-Key", "app-unknown")));
    stores.put(Gates.credential(true, Gates.live(Secret.ofText("another secret, long enough"))));
    assertEquals(Reason.SIGNATURE_INVALID, reasonFor(goodCall()));
  }

  @Test
  void storeThatFoldsCase_doesNotMakeAnotherKeyKnown() {
    AccessStores folding =
        new PatchedStores(stores).credentials(key -> stores.credentials().find(Gates.KEY));
    Verdict verdict =
        gate(folding).decide(with(goodCall(), "X-App-Key", "APP-ONE"), TestBody.EMPTY);
    Verdict.Rejected rejected = assertInstanceOf(Verdict.Rejected.class, verdict);
    assertEquals("unknown app key", rejected.explanation());
  }

  @Test
  void secretOfARunningOverlap_isAccepted_untilItEnds() {
    Credential.LiveSecret fresh = Gates.live(Secret.ofText("the new secret of application"));
    stores.put(
        Gates.credential(true, fresh, new Credential.LiveSecret(Gates.SECRET, NOW.plusSeconds(1))));
    assertInstanceOf(Admitted.class, gate(stores).decide(goodCall(), TestBody.EMPTY));
    stores.put(Gates.credential(true, fresh, new Credential.LiveSecret(Gates.SECRET, NOW)));
    assertEquals(Reason.SIGNATURE_INVALID, reasonFor(goodCall()));
  }

  @Test
  void disabledApplication_isTold_onlyAfterItsSignature() {
    stores.put(Gates.credential(false, Gates.live(Gates.SECRET)));
    assertEquals(Reason.APPLICATION_DISABLED, reasonFor(goodCall()));
    stores.put(Gates.credential(false, Gates.live(Secret.ofText("another secret, long enough"))));
    assertEquals(Reason.SIGNATURE_INVALID, reasonFor(goodCall()));
  }

  @Test
  void schemeThatTheApplicationDoesNotList_isUnsupported() {
    stores.put(Gates.listing(Set.of("tencent"), Gates.SECRET));
    assertEquals(Reason.SCHEME_UNSUPPORTED, reasonFor(goodCall()));
  }

  @Test
  void canonicalRequest_isAttached_onlyForAKnownKey() {
    stores.revoke("application-1", "release", "GET /orders/{id}");
    Verdict.Rejected known =
        (Verdict.Rejected) gate(stores).decide(goodCall(), new TestBody(new byte[0]));
    assertNotNull(known.canonicalRequest());
    Verdict.Rejected unknown =
        (Verdict.Rejected)
            gate(stores).decide(with(goodCall(), "X-App-Key", "app-unknown"), TestBody.EMPTY);
    assertNull(unknown.canonicalRequest());
  }

  @Test
  void listenerHearsThePreciseReason_andTheApplicationOnceKnown() {
    reasonFor(with(goodCall(), "X-App-Key", "app-unknown"));
    stores.revoke("application-1", "release", "GET /orders/{id}");
    reasonFor(goodCall());
    assertEquals(2, heard.size());
    assertNull(heard.get(0).applicationId());
    assertEquals("application-1", heard.get(1).applicationId());
    assertEquals("no grant", ((Verdict.Rejected) heard.get(1).verdict()).explanation());
  }
}
