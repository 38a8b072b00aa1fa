package dev.countersign.filter.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.registry.Schemes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A scheme whose signature needs the body: it is held only for a caller who would be let in. */
class WholeBodySchemeTest {

  private static final byte[] BODY = "{\"a\":1}".getBytes(UTF_8);

  private final MemoryStores stores = Gates.stores();
  private final TestBody body = new TestBody(BODY);
  private final BodySigningScheme scheme = new BodySigningScheme();

  WholeBodySchemeTest() {
    stores.put(credential(true));
  }

  private static Credential credential(boolean enabled) {
    return new Credential(
        "application-1",
        "account-1",
        Gates.KEY,
        enabled,
        Set.of(BodySigningScheme.ID),
        List.of(Gates.live(Gates.SECRET)));
  }

  private Verdict decide(AppKey key, Secret secret, String nonce, TestBody source, int limit) {
    AccessPolicy policy =
        new AccessPolicy(
            List.of(Schemes.countersign1(), scheme),
            Gates.WINDOW,
            Gates.FOREIGN_WINDOW,
            ReplayRule.SIGNATURE,
            Set.of(),
            new EnvironmentChoice.Fixed("release"),
            new GroupBindings(Map.of("orders", "/orders")),
            limit);
    SignableRequest request =
        new SignableRequest(
            "POST", "api.example", "/orders", "", BodySigningScheme.sign(key, secret, nonce, BODY));
    return new AccessGate(policy, stores, CallLimit.UNLIMITED, Gates.CLOCK)
        .decide(Gates.arrival(request, "/orders"), source);
  }

  private Verdict decide(String nonce) {
    return decide(Gates.KEY, Gates.SECRET, nonce, body, 1000);
  }

  private static void assertRefused(Reason reason, Verdict verdict) {
    assertEquals(reason, assertInstanceOf(Verdict.Rejected.class, verdict).reason());
  }

  @Test
  void goodSignature_isAdmitted_whicheverCandidateMatches() {
    assertInstanceOf(Admitted.class, decide("nonce-1"));
    assertEquals(1, body.reads());
  }

  @Test
  void sameNonceTwice_isReplayed() {
    assertInstanceOf(Admitted.class, decide("nonce-1"));
    assertRefused(Reason.REPLAYED, decide("nonce-1"));
  }

  @Test
  void sameSignatureWithoutANonce_isReplayed_forAMethodThatIsNotSafe() {
    assertInstanceOf(Admitted.class, decide(""));
    assertRefused(Reason.REPLAYED, decide(""));
  }

  @Test
  void wrongSecretAndAnotherBody_areSignatureInvalid() {
    Secret other = Secret.ofText("another secret, long enough");
    assertRefused(Reason.SIGNATURE_INVALID, decide(Gates.KEY, other, "nonce-1", body, 1000));
    TestBody changed = new TestBody("{\"a\":2}".getBytes(UTF_8));
    assertRefused(
        Reason.SIGNATURE_INVALID, decide(Gates.KEY, Gates.SECRET, "nonce-1", changed, 1000));
  }

  @Test
  void callerWhoWouldNotBeLetIn_isSignatureInvalid_andTheBodyUnread() {
    assertRefused(
        Reason.SIGNATURE_INVALID,
        decide(new AppKey("app-unknown"), Gates.SECRET, "nonce-1", body, 1000));
    assertRefused(Reason.SIGNATURE_INVALID, decide(Gates.KEY, Gates.SECRET, "nonce-1", body, 3));
    stores.put(credential(false));
    assertRefused(Reason.SIGNATURE_INVALID, decide("nonce-1"));
    stores.put(credential(true));
    stores.revoke("application-1", "release", "POST /orders");
    assertRefused(Reason.SIGNATURE_INVALID, decide("nonce-1"));
    stores.define(List.of());
    assertRefused(Reason.SIGNATURE_INVALID, decide("nonce-1"));
    assertEquals(0, body.reads());
  }

  @Test
  void declaredLengthThatIsNeverHeld_isTooLarge_whetherTheKeyIsKnownOrNot() {
    TestBody large = new TestBody(BODY).refusedToAll(Reason.TOO_LARGE);
    for (AppKey key : List.of(Gates.KEY, new AppKey("app-unknown"))) {
      assertRefused(Reason.TOO_LARGE, decide(key, Gates.SECRET, "nonce-1", large, 1000));
    }
    assertEquals(0, large.reads());
  }

  @Test
  void callerWhoWouldNotBeLetIn_costsTwoMacsForNoText_likeAWrongSecretForABodyThatIsNone() {
    TestBody none = new TestBody(new byte[0]).declaring(-1);
    decide(new AppKey("app-unknown"), Gates.SECRET, "nonce-1", none, 1000);
    assertEquals(2, scheme.macs());
    stores.put(credential(false));
    decide(Gates.KEY, Gates.SECRET, "nonce-1", none, 1000);
    assertEquals(4, scheme.macs());
    stores.put(credential(true));
    Secret other = Secret.ofText("another secret, long enough");
    decide(Gates.KEY, other, "nonce-1", none, 1000);
    assertEquals(6, scheme.macs());
    assertEquals(1, none.reads());
  }

  @Test
  void bodyThatTheSchemeCannotRead_isSignatureInvalid_asIfTheKeyWereUnknown() {
    for (long declared : new long[] {0, -1}) {
      TestBody empty = new TestBody(new byte[0]).declaring(declared);
      assertRefused(
          Reason.SIGNATURE_INVALID, decide(Gates.KEY, Gates.SECRET, "nonce-1", empty, 1000));
    }
    assertEquals(4, scheme.macs());
  }

  @Test
  void heldBody_isProvedWithTheRestOfTheRequest_andNotBefore() {
    assertInstanceOf(Admitted.class, decide("nonce-1"));
    assertEquals(1, body.heldProofs());
    assertRefused(Reason.REPLAYED, decide("nonce-1"));
    assertRefused(
        Reason.SIGNATURE_INVALID,
        decide(Gates.KEY, Secret.ofText("another secret, long enough"), "nonce-2", body, 1000));
    assertEquals(1, body.heldProofs());
  }

  @Test
  void noRoomForAnybodysBody_isUnavailable_whetherTheKeyIsKnownOrNot() {
    TestBody crowded = new TestBody(BODY).refusedToAll(Reason.UNAVAILABLE);
    for (AppKey key : List.of(Gates.KEY, new AppKey("app-unknown"))) {
      assertRefused(Reason.UNAVAILABLE, decide(key, Gates.SECRET, "nonce-1", crowded, 1000));
    }
    assertEquals(0, crowded.reads());
    assertEquals(0, scheme.macs());
  }

  @Test
  void requestOfTwoSchemes_isMalformed() {
    Arrival both = Gates.with(Gates.goodCall(), "b-key", "app-one");
    AccessPolicy policy =
        new AccessPolicy(
            List.of(Schemes.countersign1(), new BodySigningScheme()),
            Gates.WINDOW,
            Gates.FOREIGN_WINDOW,
            ReplayRule.SIGNATURE,
            Set.of(),
            new EnvironmentChoice.Fixed("release"),
            new GroupBindings(Map.of("orders", "/orders")),
            1000);
    assertRefused(
        Reason.MALFORMED,
        new AccessGate(policy, stores, CallLimit.UNLIMITED, Gates.CLOCK).decide(both, body));
  }

  @Test
  void knownSchemeThatIsNotEnabled_isUnsupported() {
    AccessPolicy policy =
        new AccessPolicy(
            List.of(new BodySigningScheme()),
            Gates.WINDOW,
            Gates.FOREIGN_WINDOW,
            ReplayRule.SIGNATURE,
            Set.of(),
            new EnvironmentChoice.Fixed("release"),
            new GroupBindings(Map.of("orders", "/orders")),
            1000);
    assertRefused(
        Reason.SCHEME_UNSUPPORTED,
        new AccessGate(policy, stores, CallLimit.UNLIMITED, Gates.CLOCK)
            .decide(Gates.goodCall(), body));
  }
}
