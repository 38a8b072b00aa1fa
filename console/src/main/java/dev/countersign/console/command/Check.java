package dev.countersign.console.command;

/**
 * One thing that was looked at.
 *
 * @param detail a sentence, without secrets
 */
record Check(String name, Outcome outcome, String detail) {

  /** What was found. */
  enum Outcome {
    OK,
    FAIL,
    /** Nothing answered: it may be well later. */
    UNAVAILABLE
  }

  static Check ok(String name, String detail) {
    return new Check(name, Outcome.OK, detail);
  }

  static Check fail(String name, String detail) {
    return new Check(name, Outcome.FAIL, detail);
  }

  static Check of(String name, boolean ok, String detail) {
    return ok ? ok(name, detail) : fail(name, detail);
  }

  static Check unavailable(String name, String detail) {
    return new Check(name, Outcome.UNAVAILABLE, detail);
  }

  /** Why a way could not be gone. */
  static Check fault(String name, CommandFault fault) {
    String sentence = String.valueOf(fault.getMessage());
    return fault.exitCode() == ExitCodes.UNAVAILABLE
        ? unavailable(name, sentence)
        : fail(name, sentence);
  }

  /** A server that answers otherwise than it should. */
  static Check refused(String name, int status) {
    String sentence = "the server answers " + status;
    return status == 503 ? unavailable(name, sentence) : fail(name, sentence);
  }

  boolean ok() {
    return outcome == Outcome.OK;
  }
}
