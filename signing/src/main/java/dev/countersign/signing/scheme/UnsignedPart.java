package dev.countersign.signing.scheme;

/** A part of a request that can decide about its environment. */
public enum UnsignedPart {
  /** The host that was called. */
  HOST,
  /** The first segment of the path, where it names an environment. */
  ENVIRONMENT_SEGMENT
}
