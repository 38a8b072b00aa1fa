package dev.countersign.console.command;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The completion script of picocli. */
@Command(name = "completion", description = "Prints a completion script for bash and zsh.")
final class CompletionCommand implements Callable<Integer> {

  private final Root root;

  @Spec private @Nullable CommandSpec spec;

  CompletionCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    root.terminal()
        .out()
        .print(
            AutoComplete.bash(
                "countersign",
                Objects.requireNonNull(spec, "set by picocli").root().commandLine()));
    return ExitCodes.OK;
  }
}
