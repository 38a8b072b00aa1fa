package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.persistence.management.Accounts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the ids of objects that are named by their names; what is written as an id is one. */
final class Names {

  private static final String ID = "[0-9a-f]{32}";

  private Names() {}

  /** What looks so is an id, and never a name. */
  static boolean isId(String named) {
    return named.matches(ID);
  }

  /** Names of accounts are unique, and an account sees its own only. */
  static String account(Calls calls, String named) {
    String found = accountOrNull(calls, named);
    if (found == null) {
      throw none("account", named, "account list");
    }
    return found;
  }

  private static @Nullable String accountOrNull(Calls calls, String named) {
    if (isId(named)) {
      return named;
    }
    JsonNode session = calls.sent(Ask.get("/session", Map.of()));
    @Nullable String own = session.path("accountId").asText(null);
    if (own != null) {
      return session.path("accountName").asText().equals(named) ? own : null;
    }
    return called(named, calls.all("/accounts", Map.of())).stream()
        .findFirst()
        .map(account -> account.path("id").asText())
        .orElse(null);
  }

  /** For whom something is where nobody says it: oneself, and for operators {@code default}. */
  static String ownAccount(Calls calls) {
    String own = calls.sent(Ask.get("/session", Map.of())).path("accountId").asText(null);
    return own == null ? account(calls, Accounts.DEFAULT) : own;
  }

  /**
   * Names of applications need not differ, so an operator may have to say whose it is. What begins
   * with an account means one of its own, and never one that somebody else has called so.
   */
  static String application(Calls calls, String named) {
    if (isId(named)) {
      return named;
    }
    int slash = named.indexOf('/');
    String owner = slash < 1 ? null : accountOrNull(calls, named.substring(0, slash));
    if (owner == null) {
      return one("application", named, calls.all("/applications", Map.of("search", named)));
    }
    String name = named.substring(slash + 1);
    Map<String, String> query = Map.of("accountId", owner, "search", name);
    return one("application", name, calls.all("/applications", query));
  }

  /** Names of groups are unique. */
  static String group(Calls calls, String named) {
    return isId(named) ? named : one("group", named, calls.all("/api-groups", Map.of()));
  }

  /** One of a group, which is in front: {@code GROUP/METHOD TEMPLATE}. */
  static String api(Calls calls, String named) {
    int slash = named.indexOf('/');
    if (isId(named)) {
      return named;
    }
    if (slash < 1 || named.indexOf(' ') < slash) {
      throw CommandFault.usage("an API is named as 'GROUP/GET /orders/{id}', or by its id");
    }
    String apis = "/api-groups/" + group(calls, named.substring(0, slash)) + "/apis";
    return api(calls, apis, named.substring(slash + 1));
  }

  /** One of a group has the method and template that no other has. */
  static String api(Calls calls, String apis, String operation) {
    if (isId(operation)) {
      return operation;
    }
    // Lists print a tabulator between the two.
    String written = operation.replace('\t', ' ');
    return calls.all(apis, Map.of()).stream()
        .filter(api -> written.equals(Present.operation(api)))
        .findFirst()
        .map(api -> api.path("id").asText())
        .orElseThrow(() -> none("API", operation, "api list GROUP"));
  }

  /** Names of environments are unique. */
  static String environment(Calls calls, String named) {
    return isId(named) ? named : one("environment", named, calls.all("/environments", Map.of()));
  }

  private static List<JsonNode> called(String name, List<JsonNode> all) {
    return all.stream().filter(one -> one.path("name").asText().equals(name)).toList();
  }

  private static String one(String kind, String name, List<JsonNode> all) {
    List<String> ids = called(name, all).stream().map(found -> found.path("id").asText()).toList();
    if (ids.isEmpty()) {
      throw none(kind, name, kind + " list");
    }
    if (ids.size() > 1) {
      throw CommandFault.usage(
          ids.size()
              + " objects of the kind "
              + kind
              + " are called "
              + Output.safe(name)
              + ": say ACCOUNT/NAME, or the id of the one that is meant: "
              + String.join(", ", ids));
    }
    return ids.get(0);
  }

  private static CommandFault none(String kind, String name, String see) {
    return CommandFault.refused(
        "there is no "
            + kind
            + " called "
            + Output.safe(name)
            + ", or it is not yours; see: "
            + see);
  }
}
