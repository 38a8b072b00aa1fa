package dev.countersign.console.command;

/** How commands end. */
final class ExitCodes {

  static final int OK = 0;

  /** Refused, or failed. */
  static final int REFUSED = 1;

  /** Not called rightly, or settings are wrong. */
  static final int USAGE = 2;

  /** The database or the server does not answer now: the same command may work later. */
  static final int UNAVAILABLE = 3;

  private ExitCodes() {}
}
