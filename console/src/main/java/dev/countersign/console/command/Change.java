package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One difference between a file and what is there.
 *
 * @param text one line: {@code +} what is new, {@code ~} what changes
 * @param step makes it
 */
record Change(String text, Step step) {

  /** The same line without anything that a terminal would obey. */
  Change {
    text = Output.safe(text);
  }

  /** Makes a change; answers with a secret that was issued, or {@code null}. */
  interface Step {
    @Nullable JsonNode make(Calls calls);
  }

  /** Changes members of an object, if it is still in the version that was compared. */
  static Change patch(String text, String path, Members members) {
    return new Change(
        text,
        calls -> {
          calls.sent(new Ask("PATCH", path, Map.of(), members.body(), members.etag()));
          return null;
        });
  }
}
