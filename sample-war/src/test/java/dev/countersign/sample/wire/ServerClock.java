package dev.countersign.sample.wire;

import java.time.Instant;

/**
 * The time by which the servers of these tests go: the machine's. Whether a signature that is sent
 * over a socket is fresh shows by no other clock.
 */
public final class ServerClock {

  private ServerClock() {}

  public static Instant now() {
    return Instant.now();
  }
}
