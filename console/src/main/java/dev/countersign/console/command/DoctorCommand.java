package dev.countersign.console.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks whether all is well. */
@Command(
    name = "doctor",
    description = "Checks settings, database, tables, master keys and clock, or a server.")
final class DoctorCommand implements Callable<Integer> {

  private final Root root;

  DoctorCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    List<Check> checks;
    if (root.isServer()) {
      try (Calls calls = root.calls()) {
        checks = calls.check();
      }
    } else {
      checks = DatabaseChecks.run(root.settings(), root.terminal().clock());
    }
    return Checks.print(checks, root.output());
  }
}
