package dev.countersign.console.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes what a file declares. */
@Command(
    name = "apply",
    description = "Makes the applications, APIs and grants that a file declares; shows it first.")
final class ApplyCommand implements Callable<Integer> {

  private final Root root;

  @Parameters(
      paramLabel = "FILE",
      converter = NotEmpty.class,
      description = "YAML or JSON, as docs/cli.md says")
  private String file = "";

  @Option(names = "--yes", description = "do not ask")
  private boolean yes;

  @Option(names = "--dry-run", description = "only show what would be changed")
  private boolean dryRun;

  @Option(names = SecretsFile.OPTION, paramLabel = "PATH", description = SecretsFile.DESCRIPTION)
  private @Nullable String secretsFile;

  ApplyCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() throws IOException {
    Wanted wanted = WantedFile.read(file);
    try (Calls calls = root.calls()) {
      List<Change> changes = ApplyPlan.of(wanted, calls);
      Output output = root.output();
      if (!output.isJson()) {
        changes.forEach(change -> output.line(change.text()));
      }
      if (dryRun || changes.isEmpty()) {
        told(changes, 0, JsonNodeFactory.instance.arrayNode());
        return ExitCodes.OK;
      }
      confirm(changes.size());
      make(changes, calls);
      return ExitCodes.OK;
    }
  }

  private void confirm(int changes) {
    // A question nobody has read the changes for is none.
    if (root.output().isJson() && !yes) {
      throw CommandFault.usage("--json asks no questions: write --yes or --dry-run");
    }
    root.terminal().out().flush();
    if (!yes && !root.terminal().confirm("Make these " + counted(changes) + "?")) {
      throw CommandFault.refused("nothing was changed");
    }
  }

  private void make(List<Change> changes, Calls calls) throws IOException {
    try (SecretsFile secrets = secretsFile == null ? null : SecretsFile.create(secretsFile)) {
      ApplyRun run = new ApplyRun(calls, root, secrets);
      try {
        run.make(changes);
      } finally {
        told(changes, run.done(), run.secrets());
      }
    }
  }

  private void told(List<Change> changes, int done, ArrayNode secrets) {
    Output output = root.output();
    if (!output.isJson()) {
      output.line(counted(changes.size()) + (done == 0 ? "" : ", " + done + " made"));
      return;
    }
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    ArrayNode lines = result.putArray("changes");
    changes.forEach(change -> lines.add(change.text()));
    result.put("made", done);
    result.set("secrets", secrets);
    output.print(result);
  }

  private static String counted(int changes) {
    return changes == 1 ? "1 change" : changes + " changes";
  }
}
