package dev.countersign.signing.rfc9421;

/**
 * What a verifier of {@code rfc9421} accepts. Immutable and thread-safe.
 *
 * @param label the label of the one signature that counts, others being ignored; empty: there is
 *     one signature, of any label
 */
public record Rfc9421Options(String label) {

  /** Exactly one signature, of any label. */
  public static Rfc9421Options defaults() {
    return new Rfc9421Options("");
  }

  /** The same for this label: for requests to which a proxy adds a signature of its own. */
  public Rfc9421Options withLabel(String only) {
    return new Rfc9421Options(only);
  }
}
