package dev.countersign.console.command;

import dev.countersign.console.rest.CanonicalComparison;
import dev.countersign.console.rest.Permits;
import org.jspecify.annotations.Nullable;

/** Compares the text that a caller signed with the one that a server builds. */
final class TextCheck {

  private static final String NAME = "canonical text";

  private TextCheck() {}

  static Check of(String presented, String built) {
    Permits.Difference difference = CanonicalComparison.of(presented, built);
    if (difference.equal()) {
      return Check.ok(NAME, "the caller's is the same");
    }
    String hint = difference.hint() == null ? "" : " (" + difference.hint() + ")";
    return Check.fail(
        NAME,
        "line "
            + difference.line()
            + ", column "
            + difference.column()
            + hint
            + ": the caller has "
            + shown(difference.presented())
            + ", the request gives "
            + shown(difference.built()));
  }

  private static String shown(@Nullable String line) {
    return line == null ? "no such line" : "\"" + line + "\"";
  }
}
