package dev.countersign.console.command;

import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.management.ManagementException;
import dev.countersign.persistence.management.ManagementUnavailableException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** All commands, and how their faults are told: by a sentence, never by a stack trace. */
final class CommandLineTool {

  private CommandLineTool() {}

  static int run(Terminal terminal, String... arguments) {
    CommandLine tool = tool(terminal);
    int code = tool.execute(arguments);
    terminal.out().flush();
    terminal.err().flush();
    return code;
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
    tool.setParameterExceptionHandler(CommandLineTool::misused);
    tool.setExecutionExceptionHandler((e, command, parsed) -> failed(terminal.err(), e));
    return tool;
  }

  private static int misused(ParameterException e, String[] arguments) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    PrintWriter err = e.getCommandLine().getErr();
    err.println(Output.safe(String.valueOf(e.getMessage())));
    err.println("try: " + spec.qualifiedName() + " --help");
    return ExitCodes.USAGE;
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
    return e instanceof CommandFault
            || e instanceof SettingsException
            || e instanceof StoreUnavailableException
            || e instanceof ManagementException
        ? String.valueOf(e.getMessage())
        : "the command failed: " + e.getClass().getName();
  }
}
