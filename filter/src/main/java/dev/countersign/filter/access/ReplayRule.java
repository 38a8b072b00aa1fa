package dev.countersign.filter.access;

/** What becomes of a signature without a covered nonce that arrives again. */
public enum ReplayRule {
  /** The first request that arrives with a signature fixes what it is for. */
  SIGNATURE,
  /** Signatures are not remembered: whoever saw a request can send it, and its like, again. */
  OFF
}
