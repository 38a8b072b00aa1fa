package dev.countersign.filter.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.Lifetime;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.Replay;
import dev.countersign.signing.scheme.SignatureScheme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How long a signature is fresh, and how long the memory of it lasts. */
class WindowsTest {

  private static final Windows WINDOWS =
      Windows.of(
          Gates.policy(
              Schemes.known(),
              ReplayRule.SIGNATURE,
              new EnvironmentChoice.Fixed("release"),
              "/orders"));

  private static PresentedSignature read() throws Exception {
    return Schemes.countersign1().read(Gates.goodCall().signable());
  }

  private static PresentedSignature presented(String scheme, Replay replay, Lifetime lifetime)
      throws Exception {
    PresentedSignature read = read();
    return new PresentedSignature(
        scheme,
        read.appKey(),
        read.signedAt(),
        replay,
        read.environment(),
        read.tag(),
        read.key(),
        new Coverage.DeclaredDigest(
            ((Coverage.DeclaredDigest) read.coverage()).canonicalRequest(),
            ContentDigest.OF_NOTHING),
        lifetime);
  }

  static List<SignatureScheme> known() {
    return Schemes.known();
  }

  private static void check(PresentedSignature presented, Instant now) throws Rejection {
    new FreshnessStep(WINDOWS).check(presented, now);
  }

  private static void assertStale(PresentedSignature presented, Instant now) {
    assertEquals(Reason.STALE, assertThrows(Rejection.class, () -> check(presented, now)).reason());
  }

  @ParameterizedTest
  @MethodSource("known")
  void window_isThatOfTheScheme_toTheSecondAndBothWays(SignatureScheme scheme) throws Exception {
    long seconds = scheme.isForeign() ? 900 : 300;
    PresentedSignature signature =
        presented(scheme.id(), new Replay.Signature(false), new Lifetime.Window());
    assertDoesNotThrow(() -> check(signature, Gates.NOW.plusSeconds(seconds)));
    assertDoesNotThrow(() -> check(signature, Gates.NOW.minusSeconds(seconds)));
    assertStale(signature, Gates.NOW.plusSeconds(seconds).plusMillis(1));
    assertStale(signature, Gates.NOW.minusSeconds(seconds).minusMillis(1));
  }

  @Test
  void signersEnd_shortensTheWindow_orReplacesIt() throws Exception {
    Replay replay = new Replay.Signature(true);
    PresentedSignature shorter =
        presented("aws4", replay, new Lifetime.WindowUntil(Gates.NOW.plusSeconds(10)));
    check(shorter, Gates.NOW.plusSeconds(10));
    assertStale(shorter, Gates.NOW.plusSeconds(11));
    PresentedSignature longer =
        presented("aws4", replay, new Lifetime.Until(Gates.NOW.plusSeconds(86_400)));
    check(longer, Gates.NOW.plusSeconds(86_400));
    assertStale(longer, Gates.NOW.plusSeconds(86_401));
    assertStale(longer, Gates.NOW.minusSeconds(901));
  }

  /** The last instant at which a signature is good, the window and a minute. */
  @ParameterizedTest
  @CsvSource({
    "countersign-1, window, 660",
    "aws4, window, 1860",
    "aws4, shorter, 970",
    "aws4, longer, 87360"
  })
  void mark_isKeptPastTheLastInstant(String scheme, String lifetime, long seconds)
      throws Exception {
    Lifetime life =
        switch (lifetime) {
          case "shorter" -> new Lifetime.WindowUntil(Gates.NOW.plusSeconds(10));
          case "longer" -> new Lifetime.Until(Gates.NOW.plusSeconds(86_400));
          default -> new Lifetime.Window();
        };
    for (Replay replay : List.of(new Replay.Nonce("nonce"), new Replay.Signature(false))) {
      assertEquals(
          List.of(Gates.NOW.plusSeconds(seconds)),
          kept(ReplayRule.SIGNATURE, presented(scheme, replay, life)));
    }
  }

  @Test
  void replayOff_claimsNonces_butNoSignatures() throws Exception {
    Lifetime window = new Lifetime.Window();
    PresentedSignature nonce = presented("aws4", new Replay.Nonce("nonce"), window);
    PresentedSignature signature = presented("aws4", new Replay.Signature(false), window);
    assertEquals(1, kept(ReplayRule.OFF, nonce).size());
    assertEquals(List.of(), kept(ReplayRule.OFF, signature));
  }

  @Test
  void safeMethodUnderASignatureOfEverything_claimsNothing() throws Exception {
    PresentedSignature signature =
        presented("aws4", new Replay.Signature(true), new Lifetime.Window());
    assertEquals(List.of(), kept(ReplayRule.SIGNATURE, signature));
  }

  /** Until when the one claim of an admitted GET is kept. */
  private static List<Instant> kept(ReplayRule rule, PresentedSignature presented)
      throws Rejection {
    List<Instant> kept = new ArrayList<>();
    NonceStore store =
        (application, scheme, mark, request, keepUntil) -> {
          kept.add(keepUntil);
          return NonceStore.Sighting.FIRST;
        };
    Attempt attempt = new Attempt(Gates.goodCall(), TestBody.EMPTY, Gates.NOW);
    Admitted admitted =
        new Admitted(
            Gates.credential(true, Gates.live(Gates.SECRET)),
            new Placement("release", "/orders/17", false),
            Gates.api("GET /orders/{id}"),
            List.of(Gates.grant()),
            presented.scheme());
    new NonceStep(store, WINDOWS, rule).claim(attempt, admitted, presented);
    return kept;
  }
}
