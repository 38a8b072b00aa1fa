package dev.countersign.signing.scheme;

/**
 * A request bears the marks of a scheme but cannot be read by it. Carries no stack trace: strangers
 * cause it.
 */
public final class UnreadableSignatureException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong with the request. */
  public enum Kind {
    /** A part is missing, repeated, empty, over-long or ill-formed. */
    MALFORMED,
    /** The parts are there, in a version that this library does not speak. */
    UNSUPPORTED
  }

  private final Kind kind;

  private UnreadableSignatureException(Kind kind, String explanation) {
    super(explanation, null, false, false);
    this.kind = kind;
  }

  /**
   * A request that does not follow the scheme's grammar.
   *
   * @param explanation names the part and the rule, never a value that was sent
   */
  public static UnreadableSignatureException malformed(String explanation) {
    return new UnreadableSignatureException(Kind.MALFORMED, explanation);
  }

  /** A request of a version of the scheme that is not spoken here. */
  public static UnreadableSignatureException unsupported(String explanation) {
    return new UnreadableSignatureException(Kind.UNSUPPORTED, explanation);
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }
}
