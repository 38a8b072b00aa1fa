package dev.countersign.console.command;

import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.management.ManagementException;
import dev.countersign.persistence.management.ManagementUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** All commands, and how their faults are told: by a sentence, never by a stack trace. */
final class CommandLineTool {

  private CommandLineTool() {}

  static int run(Terminal terminal, String... arguments) {
    CommandLine tool = tool(terminal);
    String fault = AtFiles.fault(tool, arguments);
    int code;
    if (fault == null) {
      code = tool.execute(arguments);
    } else {
      terminal.err().println(fault);
      code = ExitCodes.USAGE;
    }
    int ended = written(terminal, code);
    terminal.err().flush();
    return ended;
  }

  /** Nothing is done well whose results, a new secret among them, nobody got. */
  private static int written(Terminal terminal, int code) {
    if (!terminal.out().checkError()) {
      return code;
    }
    terminal
        .err()
        .println(
            "the results could not be written to their end: a new secret among them is lost,"
                + " reset it");
    return code == ExitCodes.OK ? ExitCodes.REFUSED : code;
  }

  static CommandLine tool(Terminal terminal) {
    Root root = new Root(terminal);
    CommandLine tool = new CommandLine(root);
    Operations.commands(root).forEach((name, command) -> tool.addSubcommand(name, command));
    tool.addSubcommand(new ImportCommand(root));
    tool.addSubcommand(new ApplyCommand(root));
    tool.addSubcommand(new SignCommand(root));
    tool.addSubcommand(new VerifyCommand(root));
    tool.addSubcommand(new DoctorCommand(root));
    tool.addSubcommand(new CompletionCommand(root));
    tool.setOut(terminal.out());
    tool.setErr(terminal.err());
    tool.setParameterExceptionHandler((e, written) -> Misuse.told(e));
    tool.setExecutionExceptionHandler((e, command, parsed) -> failed(terminal.err(), e));
    return tool;
  }

  private static int failed(PrintWriter err, Exception e) {
    err.println(sentence(e));
    if (e instanceof CommandFault fault) {
      return fault.exitCode();
    }
    if (e instanceof SettingsException) {
      return ExitCodes.USAGE;
    }
    return e instanceof StoreUnavailableException || e instanceof ManagementUnavailableException
        ? ExitCodes.UNAVAILABLE
        : ExitCodes.REFUSED;
  }

  /** What is not meant for people is told by its type only: a message might quote a secret. */
  private static String sentence(Exception e) {
    if (e instanceof IOException) {
      return "the command failed: a file could not be read or written to its end";
    }
    return e instanceof CommandFault
            || e instanceof SettingsException
            || e instanceof StoreUnavailableException
            || e instanceof ManagementException
        ? String.valueOf(e.getMessage())
        : "the command failed by a fault of its own, which its makers want to know: "
            + e.getClass().getSimpleName();
  }
}
