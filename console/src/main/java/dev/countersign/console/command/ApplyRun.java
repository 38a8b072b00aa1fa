package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes planned changes one after the other, and keeps the secrets that they issue. */
final class ApplyRun {

  private final Calls calls;
  private final Output output;
  private final PrintWriter err;
  private final Progress progress;
  private final @Nullable SecretsFile file;
  private final ArrayNode secrets = JsonNodeFactory.instance.arrayNode();
  private int done;

  ApplyRun(Calls calls, Root root, @Nullable SecretsFile file) {
    this.calls = calls;
    this.output = root.output();
    this.err = root.terminal().err();
    this.progress = root.progress();
    this.file = file;
  }

  /**
   * @throws CommandFault at the first change that is refused; those before it stay
   */
  void make(List<Change> changes) {
    for (Change change : changes) {
      try {
        JsonNode secret = change.step().make(calls);
        done++;
        if (secret != null) {
          keep(secret);
        }
      } catch (CommandFault e) {
        err.println("stopped after " + done + " of " + changes.size() + " at: " + change.text());
        throw e;
      }
      progress.done(done, changes.size());
    }
  }

  int done() {
    return done;
  }

  /** The secrets that belong into the one document of {@code --json}. */
  ArrayNode secrets() {
    return secrets;
  }

  /**
   * At once, except in the one document of {@code --json}: it cannot be read again, and a later
   * change may fail.
   */
  private void keep(JsonNode secret) {
    if (file == null && output.isJson()) {
      secrets.add(secret);
    } else if (file == null) {
      output.print(secret);
    } else {
      file.write(secret);
    }
  }
}
