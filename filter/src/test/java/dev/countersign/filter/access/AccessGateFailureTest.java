package dev.countersign.filter.access;

import static dev.countersign.filter.access.Gates.gate;
import static dev.countersign.filter.access.Gates.goodCall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A store, a limit or a listener that fails never lets a request in, and never makes the gate
 * throw.
 */
class AccessGateFailureTest {

  private final MemoryStores stores = Gates.stores();

  private static Reason reason(AccessStores stores) {
    Verdict verdict = gate(stores).decide(goodCall(), new TestBody(new byte[0]));
    return assertInstanceOf(Verdict.Rejected.class, verdict).reason();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void storeThatFails_meansUnavailable_atEveryPort(RuntimeException failure) {
    PatchedStores[] failing = {
      new PatchedStores(stores)
          .credentials(
              key -> {
                throw failure;
              }),
      new PatchedStores(stores)
          .apis(
              () -> {
                throw failure;
              }),
      new PatchedStores(stores)
          .grants(
              (application, environment, api) -> {
                throw failure;
              }),
      new PatchedStores(stores)
          .nonces(
              (application, scheme, mark, request, until) -> {
                throw failure;
              })
    };
    for (AccessStores each : failing) {
      assertEquals(Reason.UNAVAILABLE, reason(each));
    }
  }

  static Stream<RuntimeException> failures() {
    return Stream.of(new StoreUnavailableException("down"), new IllegalStateException("a bug"));
  }

  @Test
  void listenerThatFails_changesNothing() {
    AccessStores failing =
        new PatchedStores(stores)
            .decisions(
                decision -> {
                  throw new IllegalStateException("a bug");
                });
    assertInstanceOf(Admitted.class, gate(failing).decide(goodCall(), new TestBody(new byte[0])));
  }

  @Test
  void fullNonceStore_isUnavailable_notAWayIn() {
    MemoryNonceStore small = MemoryNonceStore.create(Gates.CLOCK, 4);
    AccessStores full = new PatchedStores(stores).nonces(small);
    assertInstanceOf(Admitted.class, gate(full).decide(goodCall(), new TestBody(new byte[0])));
    assertEquals(Reason.UNAVAILABLE, reason(full));
  }

  @Test
  void exhaustedLimit_isRateLimited_andAReplayTakesNoUnit() {
    CountingLimit limit = new CountingLimit(1);
    AccessGate gate =
        new AccessGate(
            Gates.policy(new EnvironmentChoice.Fixed("release")), stores, limit, Gates.CLOCK);
    Arrival call = goodCall();
    assertInstanceOf(Admitted.class, gate.decide(call, new TestBody(new byte[0])));
    limit.left.set(1);
    Verdict replay = gate.decide(call, new TestBody(new byte[0]));
    assertEquals(Reason.REPLAYED, ((Verdict.Rejected) replay).reason());
    assertEquals(1, limit.left.get());
    limit.left.set(0);
    Verdict exhausted = gate.decide(goodCall(), new TestBody(new byte[0]));
    assertEquals(Reason.RATE_LIMITED, ((Verdict.Rejected) exhausted).reason());
  }

  private static final class CountingLimit implements CallLimit {

    private final AtomicInteger left;

    CountingLimit(int units) {
      this.left = new AtomicInteger(units);
    }

    @Override
    public boolean isExhausted(String applicationId, Api api) {
      return left.get() <= 0;
    }

    @Override
    public boolean take(String applicationId, Api api) {
      return left.getAndDecrement() > 0;
    }
  }
}
