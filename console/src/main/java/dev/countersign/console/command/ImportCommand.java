package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Key pairs of another gateway. */
@Command(
    name = "import",
    description = "Imports app keys and secrets of another gateway: all of a file, or nothing.")
final class ImportCommand implements Callable<Integer> {

  private final Root root;

  @Parameters(
      paramLabel = "FILE",
      converter = NotEmpty.class,
      description = "CSV or JSON, as docs/management.md says")
  private String file = "";

  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      description = "who is to own them, by name or id; without it your own, or default")
  private @Nullable String account;

  @Option(names = "--format", paramLabel = "csv|json", description = "if the name does not end so")
  private @Nullable String format;

  @Option(names = "--preview", description = "only tell what is wrong with the file")
  private boolean preview;

  ImportCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("format", format());
    body.put("document", GivenFile.text(file));
    body.put("preview", preview);
    try (Calls calls = root.calls()) {
      body.put(
          "accountId", account == null ? Names.ownAccount(calls) : Names.account(calls, account));
      root.progress().say("importing " + Output.safe(file) + ", which may take a while …");
      return told(calls.sent(Ask.post("/key-pairs/import", body)));
    }
  }

  private String format() {
    if (format != null) {
      return format;
    }
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".json")) {
      return name.substring(name.lastIndexOf('.') + 1);
    }
    throw CommandFault.usage("the name of the file ends neither in .csv nor .json: say --format");
  }

  private int told(JsonNode result) {
    Output output = root.output();
    if (output.isJson()) {
      output.print(result);
    } else {
      String outcome = result.path("outcome").asText();
      output.line(outcome + ": " + result.path("applications").asInt() + " applications");
      for (JsonNode error : result.path("errors")) {
        output.line(Output.safe(line(error)));
      }
      if (result.path("more").asBoolean()) {
        output.line("… and more");
      }
    }
    return result.path("outcome").asText().equals("rejected") ? ExitCodes.REFUSED : ExitCodes.OK;
  }

  /** What is wrong with a line as a whole names no column. */
  private static String line(JsonNode error) {
    String column = error.path("column").asText("");
    String place = error.path("place").asText();
    String where = column.isEmpty() ? place : place + ", " + column;
    return where + ": " + error.path("message").asText();
  }
}
