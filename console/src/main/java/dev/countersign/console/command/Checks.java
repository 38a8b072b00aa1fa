package dev.countersign.console.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Tells what was found. */
final class Checks {

  private Checks() {}

  /** Prints a line for each, and answers with what exit code the command ends. */
  static int print(List<Check> checks, Output output) {
    boolean ok = checks.stream().allMatch(Check::ok);
    if (output.isJson()) {
      ObjectNode result = JsonNodeFactory.instance.objectNode();
      result.put("ok", ok);
      ArrayNode all = result.putArray("checks");
      checks.forEach(
          check ->
              all.addObject()
                  .put("name", check.name())
                  .put("ok", check.ok())
                  .put("unavailable", check.outcome() == Check.Outcome.UNAVAILABLE)
                  .put("detail", check.detail()));
      output.print(result);
    } else {
      checks.forEach(check -> output.line(line(check)));
    }
    return exitCode(checks);
  }

  /** What is wrong stays so, however often the command is repeated: it counts before an outage. */
  private static int exitCode(List<Check> checks) {
    if (checks.stream().anyMatch(check -> check.outcome() == Check.Outcome.FAIL)) {
      return ExitCodes.REFUSED;
    }
    return checks.stream().allMatch(Check::ok) ? ExitCodes.OK : ExitCodes.UNAVAILABLE;
  }

  private static String line(Check check) {
    return (check.ok() ? "ok    " : "FAIL  ") + check.name() + ": " + Output.safe(check.detail());
  }
}
