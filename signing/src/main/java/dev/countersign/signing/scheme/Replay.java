package dev.countersign.signing.scheme;

/** How a request that is sent a second time is told from the first. */
public sealed interface Replay {

  /**
   * By a number used once that the MAC covers: each is good for one request.
   *
   * @param value never empty
   */
  record Nonce(String value) implements Replay {}

  /**
   * By the signature itself, because no nonce is covered, or because something that matters is left
   * unsigned: the first request that arrives with a signature fixes what it is for.
   *
   * @param everythingSigned whether method, authority, target, environment, content type and body
   *     are all under the MAC, so that repeating a safe method gives nobody anything new
   */
  record Signature(boolean everythingSigned) implements Replay {}
}
