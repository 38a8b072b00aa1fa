package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is there, read when it is asked for, and what was made since. An id may be that of something
 * that a change makes first, and is then known when the next change is made.
 */
final class Present {

  private final Calls calls;
  private final String account;
  private final Map<String, JsonNode> applications = new HashMap<>();
  private final Map<String, JsonNode> groups = new HashMap<>();
  private final Map<String, List<JsonNode>> apis = new HashMap<>();
  private final Map<String, List<JsonNode>> grants = new HashMap<>();
  private final Map<String, String> made = new HashMap<>();
  private final Set<String> partners = new HashSet<>();
  private @Nullable Set<String> environments;

  Present(Calls calls, String account) {
    this.calls = calls;
    this.account = account;
    for (JsonNode group : calls.all("/api-groups", Map.of("accountId", account))) {
      groups.put(group.path("name").asText(), group);
    }
    for (JsonNode one : calls.all("/applications", Map.of("accountId", account))) {
      // Names need not differ: one that is there twice names nothing.
      applications.merge(one.path("name").asText(), one, (first, second) -> second.path("none"));
    }
  }

  String account() {
    return account;
  }

  @Nullable JsonNode application(String name) {
    JsonNode found = applications.get(name);
    if (found != null && found.isMissingNode()) {
      throw CommandFault.refused(
          "two applications have the name " + Output.safe(name) + ": give one of them another");
    }
    return found;
  }

  @Nullable JsonNode group(String name) {
    return groups.get(name);
  }

  /** The API of a group; {@code null} where either is not there. */
  @Nullable JsonNode api(String group, String operation) {
    JsonNode found = groups.get(group);
    if (found == null) {
      return null;
    }
    String path = "/api-groups/" + found.path("id").asText() + "/apis";
    return apis.computeIfAbsent(group, name -> calls.all(path, Map.of())).stream()
        .filter(api -> operation(api).equals(operation))
        .findFirst()
        .orElse(null);
  }

  static String operation(JsonNode api) {
    return api.path("method").asText() + " " + api.path("template").asText();
  }

  /** The grants on a group and on its APIs. */
  List<JsonNode> grants(String group) {
    JsonNode found = groups.get(group);
    if (found == null) {
      return List.of();
    }
    String path = "/api-groups/" + found.path("id").asText() + "/grants";
    return grants.computeIfAbsent(group, name -> calls.all(path, Map.of()));
  }

  /** Environments are not made by files. */
  void requireEnvironment(String name) {
    if (environments == null) {
      environments =
          calls.all("/environments", Map.of()).stream()
              .map(one -> one.path("name").asText())
              .collect(Collectors.toSet());
    }
    if (!environments.contains(name)) {
      throw CommandFault.refused(
          "there is no environment called "
              + Output.safe(name)
              + ": correct the file, or make it by: environment create");
    }
  }

  /**
   * @throws CommandFault if no application of anybody has this id
   */
  void requirePartner(String id) {
    Ask ask = Ask.get("/applications/" + id + "/name", Map.of());
    if (partners.contains(id)) {
      return;
    }
    if (calls.answer(ask).status() == 404) {
      throw CommandFault.refused(
          "no such application: nobody has one with the id " + Output.safe(id));
    }
    calls.sent(ask);
    partners.add(id);
  }

  /** Notes the id of what a change made, by a name of its own. */
  void made(String key, String id) {
    made.put(key, id);
  }

  /** The id of what is there, or was made. */
  String id(@Nullable JsonNode found, String key) {
    String id = found == null ? made.get(key) : found.path("id").asText();
    if (id == null) {
      throw CommandFault.refused(Output.safe(key) + " is not there");
    }
    return id;
  }
}
