package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a file changes of applications. */
final class ApplicationChanges {

  private ApplicationChanges() {}

  static String key(String name) {
    return "application " + name;
  }

  static void plan(Present present, Wanted.Application wanted, List<Change> changes) {
    String name = Wanted.known(wanted.name());
    JsonNode found = present.application(name);
    if (found == null) {
      String text = "+ " + key(name);
      changes.add(new Change(text, calls -> create(present, name, wanted, calls)));
      return;
    }
    Members members =
        new Members(found)
            .want("description", wanted.description())
            .want("schemes", wanted.schemes() == null ? null : Members.set(wanted.schemes()))
            .want(
                "enabled", wanted.enabled() == null ? null : BooleanNode.valueOf(wanted.enabled()));
    if (members.differ()) {
      String path = "/applications/" + found.path("id").asText();
      changes.add(Change.patch("~ " + key(name) + ": " + members, path, members));
    }
  }

  private static @Nullable JsonNode create(
      Present present, String name, Wanted.Application wanted, Calls calls) {
    ObjectNode body = Members.object().put("accountId", present.account()).put("name", name);
    if (wanted.description() != null) {
      body.put("description", wanted.description());
    }
    if (wanted.schemes() != null) {
      body.set("schemes", Members.set(wanted.schemes()));
    }
    JsonNode made = calls.sent(Ask.post("/applications", body));
    present.made(key(name), made.path("application").path("id").asText());
    ObjectNode secret = Members.object().put("application", name);
    secret.setAll((ObjectNode) made.path("issued"));
    return secret;
  }

  /** A new application is enabled, and its secret must be shown before anything else can fail. */
  static void disable(Present present, Wanted.Application wanted, List<Change> changes) {
    String name = Wanted.known(wanted.name());
    if (!Boolean.FALSE.equals(wanted.enabled()) || present.application(name) != null) {
      return;
    }
    changes.add(
        new Change(
            "~ " + key(name) + ": enabled true -> false",
            calls -> {
              String path = "/applications/" + present.id(null, key(name));
              ObjectNode body = Members.object().put("enabled", false);
              calls.sent(new Ask("PATCH", path, Map.of(), body, "*"));
              return null;
            }));
  }
}
