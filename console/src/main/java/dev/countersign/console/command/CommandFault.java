package dev.countersign.console.command;

/** A command cannot go on; its message is the sentence that its user reads, and holds no secret. */
final class CommandFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandFault(int exitCode, String sentence) {
    super(sentence, null, false, false);
    this.exitCode = exitCode;
  }

  static CommandFault refused(String sentence) {
    return new CommandFault(ExitCodes.REFUSED, sentence);
  }

  static CommandFault usage(String sentence) {
    return new CommandFault(ExitCodes.USAGE, sentence);
  }

  static CommandFault unavailable(String sentence) {
    return new CommandFault(ExitCodes.UNAVAILABLE, sentence);
  }

  int exitCode() {
    return exitCode;
  }
}
