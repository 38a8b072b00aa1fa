package dev.countersign.console.command;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells how a command was not called rightly, and how it is. */
final class Misuse {

  private Misuse() {}

  static int told(ParameterException e) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(Output.safe(sentence(e)));
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> alike = unmatched.getSuggestions();
      if (!alike.isEmpty()) {
        err.println("did you mean: " + Output.safe(String.join(", ", alike)) + "?");
      }
    }
    err.print(
        "Usage: "
            + new Help(command.getCommandSpec(), Help.defaultColorScheme(Help.Ansi.OFF))
                .abbreviatedSynopsis());
    err.println("try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCodes.USAGE;
  }

  private static String sentence(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !e.getCommandLine().getSubcommands().isEmpty()) {
      return e.getCommandLine().getCommandSpec().qualifiedName()
          + " has no command "
          + unmatched.getUnmatched().get(0);
    }
    return String.valueOf(e.getMessage());
  }
}
