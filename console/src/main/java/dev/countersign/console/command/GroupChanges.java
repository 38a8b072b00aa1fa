package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file changes of API groups and their APIs. */
final class GroupChanges {

  private GroupChanges() {}

  static String key(String group) {
    return "group " + group;
  }

  static String key(String group, String operation) {
    return "API " + operation + " of " + group;
  }

  static void plan(Present present, Wanted.Group wanted, List<Change> changes) {
    String name = Wanted.known(wanted.name());
    JsonNode found = present.group(name);
    if (found == null) {
      changes.add(
          new Change(
              "+ " + key(name), calls -> create(present, name, wanted.description(), calls)));
    } else {
      Members members = new Members(found).want("description", wanted.description());
      if (members.differ()) {
        String path = "/api-groups/" + found.path("id").asText();
        changes.add(Change.patch("~ " + key(name) + ": " + members, path, members));
      }
    }
    if (wanted.apis() != null) {
      wanted.apis().forEach(api -> planApi(present, name, api, changes));
    }
  }

  private static @Nullable JsonNode create(
      Present present, String name, @Nullable String description, Calls calls) {
    ObjectNode body = Members.object().put("accountId", present.account()).put("name", name);
    body.put("description", description);
    JsonNode made = calls.sent(Ask.post("/api-groups", body));
    present.made(key(name), made.path("id").asText());
    return null;
  }

  /** The operations that a group is to have. */
  static List<String> operations(Wanted.Group wanted) {
    return wanted.apis() == null
        ? List.of()
        : wanted.apis().stream().map(GroupChanges::operation).toList();
  }

  /** As {@code METHOD /template}. */
  static String operation(JsonNode api) {
    return api.isObject() ? api.path("operation").asText() : api.asText();
  }

  private static void planApi(Present present, String group, JsonNode api, List<Change> changes) {
    String operation = operation(api);
    String description = api.path("description").asText(null);
    String[] parts = operation.split(" ", -1);
    JsonNode found = present.api(group, operation);
    if (found == null) {
      ObjectNode body = Members.object().put("method", parts[0]).put("template", parts[1]);
      body.put("description", description);
      changes.add(
          new Change(
              "+ " + key(group, operation),
              calls -> create(present, group, operation, body, calls)));
      return;
    }
    Members members = new Members(found).want("description", description);
    if (members.differ()) {
      String groupId = found.path("groupId").asText();
      String path = "/api-groups/" + groupId + "/apis/" + found.path("id").asText();
      changes.add(Change.patch("~ " + key(group, operation) + ": " + members, path, members));
    }
  }

  private static @Nullable JsonNode create(
      Present present, String group, String operation, ObjectNode body, Calls calls) {
    String groupId = present.id(present.group(group), key(group));
    JsonNode made = calls.sent(Ask.post("/api-groups/" + groupId + "/apis", body));
    present.made(key(group, operation), made.path("id").asText());
    return null;
  }
}
