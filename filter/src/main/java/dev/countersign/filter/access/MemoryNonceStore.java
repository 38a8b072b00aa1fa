package dev.countersign.filter.access;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Nonces in the memory of one node; a restart forgets them. Bounded: when it is full, or one
 * application holds a quarter of it, claims fail closed until old ones expire. Thread-safe and
 * without a thread of its own.
 */
public final class MemoryNonceStore implements NonceStore {

  /** Nonces held unless said otherwise. */
  public static final int DEFAULT_CAPACITY = 1_000_000;

  private static final long PURGE_INTERVAL = Duration.ofSeconds(5).toMillis();
  private static final int SHARES = 4;

  private final InstantSource clock;
  private final int capacity;
  private final Map<Claim, Claim> claims = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> held = new ConcurrentHashMap<>();
  private final AtomicInteger total = new AtomicInteger();
  private final AtomicLong nextPurge = new AtomicLong(Long.MIN_VALUE);

  private MemoryNonceStore(InstantSource clock, int capacity) {
    this.clock = clock;
    this.capacity = capacity;
  }

  /**
   * An empty store.
   *
   * @param capacity most nonces at a time, at least 4
   */
  public static MemoryNonceStore create(InstantSource clock, int capacity) {
    if (capacity < SHARES) {
      throw new IllegalArgumentException("a nonce store holds at least " + SHARES);
    }
    return new MemoryNonceStore(clock, capacity);
  }

  @Override
  public boolean claim(String applicationId, String scheme, String nonce, Instant keepUntil) {
    purge(clock.millis());
    AtomicInteger ofApplication =
        held.computeIfAbsent(applicationId, absent -> new AtomicInteger());
    Claim claim = Claim.of(applicationId, scheme, nonce, keepUntil.toEpochMilli(), ofApplication);
    if (claims.containsKey(claim)) {
      return false;
    }
    reserve(
        ofApplication, capacity / SHARES, "this application holds its share of the nonce store");
    try {
      reserve(total, capacity, "the nonce store is full");
    } catch (StoreUnavailableException full) {
      ofApplication.decrementAndGet();
      throw full;
    }
    boolean first = claims.putIfAbsent(claim, claim) == null;
    if (!first) {
      release(claim);
    }
    return first;
  }

  private static void reserve(AtomicInteger count, int limit, String otherwise) {
    if (count.incrementAndGet() > limit) {
      count.decrementAndGet();
      throw new StoreUnavailableException(otherwise);
    }
  }

  private void release(Claim claim) {
    claim.ofApplication.decrementAndGet();
    total.decrementAndGet();
  }

  private void purge(long now) {
    long due = nextPurge.get();
    if (now < due || !nextPurge.compareAndSet(due, now + PURGE_INTERVAL)) {
      return;
    }
    claims
        .keySet()
        .forEach(
            claim -> {
              if (claim.keepUntil < now && claims.remove(claim) != null) {
                release(claim);
              }
            });
  }

  /**
   * A claimed nonce as 128 bits of a SHA-256, so that each costs the same memory whatever its
   * length.
   */
  private static final class Claim {

    private final long high;
    private final long low;
    private final long keepUntil;
    private final AtomicInteger ofApplication;

    private Claim(ByteBuffer hash, long keepUntil, AtomicInteger ofApplication) {
      this.high = hash.getLong();
      this.low = hash.getLong();
      this.keepUntil = keepUntil;
      this.ofApplication = ofApplication;
    }

    static Claim of(
        String applicationId,
        String scheme,
        String nonce,
        long keepUntil,
        AtomicInteger ofApplication) {
      byte[] hash = DigestUtils.sha256(applicationId + '\n' + scheme + '\n' + nonce);
      return new Claim(ByteBuffer.wrap(hash), keepUntil, ofApplication);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Claim claim && claim.high == high && claim.low == low;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(low);
    }
  }
}
