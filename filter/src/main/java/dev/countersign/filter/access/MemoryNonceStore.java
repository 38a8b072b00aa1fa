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
  private static final Share NOBODYS = new Share("");

  private final InstantSource clock;
  private final int capacity;
  private final Map<Claim, Claim> claims = new ConcurrentHashMap<>();
  private final Map<String, Share> shares = new ConcurrentHashMap<>();
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
  public Sighting claim(
      String applicationId, String scheme, String mark, String request, Instant keepUntil) {
    purge(clock.millis());
    Claim claim = Claim.of(applicationId + '\n' + scheme + '\n' + mark, request, keepUntil);
    Claim earlier = claims.get(claim);
    return earlier == null ? claimFirst(claim, applicationId) : claim.comparedWith(earlier);
  }

  private Sighting claimFirst(Claim claim, String applicationId) {
    claim.share = reserveShare(applicationId);
    try {
      reserveOne();
    } catch (StoreUnavailableException full) {
      releaseShare(claim.share);
      throw full;
    }
    Claim faster = claims.putIfAbsent(claim, claim);
    if (faster == null) {
      return Sighting.FIRST;
    }
    release(claim);
    return claim.comparedWith(faster);
  }

  private Share reserveShare(String applicationId) {
    return shares.compute(
        applicationId,
        (id, known) -> {
          Share share = known == null ? new Share(id) : known;
          if (share.claims == capacity / SHARES) {
            throw new StoreUnavailableException(
                "this application holds its share of the nonce store");
          }
          share.claims++;
          return share;
        });
  }

  private void reserveOne() {
    if (total.incrementAndGet() > capacity) {
      total.decrementAndGet();
      throw new StoreUnavailableException("the nonce store is full");
    }
  }

  private void release(Claim claim) {
    releaseShare(claim.share);
    total.decrementAndGet();
  }

  /** The last claim takes the share with it: applications come and go. */
  private void releaseShare(Share held) {
    shares.computeIfPresent(held.applicationId, (id, share) -> --share.claims == 0 ? null : share);
  }

  /** Of how many applications there is something to remember. */
  int applications() {
    return shares.size();
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

  /** How many claims an application holds; counted only inside of the map that has it. */
  private static final class Share {

    private final String applicationId;
    private int claims;

    private Share(String applicationId) {
      this.applicationId = applicationId;
    }
  }

  /** A mark and its request as 128 bits each, so that each costs the same memory. */
  private static final class Claim {

    private final long high;
    private final long low;
    private final long requestHigh;
    private final long requestLow;
    private final long keepUntil;

    /** Set before the claim is one of many; until then, the one of nobody. */
    private Share share = NOBODYS;

    private Claim(ByteBuffer mark, ByteBuffer request, long keepUntil) {
      this.high = mark.getLong();
      this.low = mark.getLong();
      this.requestHigh = request.getLong();
      this.requestLow = request.getLong();
      this.keepUntil = keepUntil;
    }

    static Claim of(String mark, String request, Instant keepUntil) {
      ByteBuffer ofRequest =
          request.isEmpty()
              ? ByteBuffer.allocate(16)
              : ByteBuffer.wrap(DigestUtils.sha256(request));
      return new Claim(
          ByteBuffer.wrap(DigestUtils.sha256(mark)), ofRequest, keepUntil.toEpochMilli());
    }

    Sighting comparedWith(Claim earlier) {
      boolean same = requestHigh == earlier.requestHigh && requestLow == earlier.requestLow;
      return same ? Sighting.SAME : Sighting.OTHER;
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
