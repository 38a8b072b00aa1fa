package dev.countersign.console.command;

/** The command line {@code countersign}; see {@code docs/cli.md}. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(CommandLineTool.run(Terminal.ofProcess(), arguments));
  }
}
