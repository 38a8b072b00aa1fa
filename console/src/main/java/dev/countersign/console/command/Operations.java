package dev.countersign.console.command;

import dev.countersign.console.rest.Endpoint;
import dev.countersign.console.rest.Rest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The names of commands that make one call: what each takes and does is said by the REST table. */
final class Operations {

  private static final Map<String, String> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("account", "owners of applications and APIs");
    GROUPS.put("application", "calling programs");
    GROUPS.put("secret", "their secrets");
    GROUPS.put("environment", "deployment stages");
    GROUPS.put("group", "API groups");
    GROUPS.put("api", "APIs of a group");
    GROUPS.put("grant", "who may call what");
    GROUPS.put("authorization", "the same, as one record per application and provider");
    GROUPS.put("audit", "the history of changes");
    GROUPS.put("explain", "why calls are let in or not");
    GROUPS.put("session", "who calls");
  }

  private static final String TABLE =
      """
      account list GET /accounts
      account create POST /accounts
      account show GET /accounts/{id}
      account rename PATCH /accounts/{id}
      application list GET /applications
      application create POST /applications
      application show GET /applications/{id}
      application change PATCH /applications/{id}
      application delete DELETE /applications/{id}
      application name GET /applications/{id}/name
      application grants GET /applications/{id}/grants
      application permissions GET /applications/{id}/permissions
      secret list GET /applications/{id}/secrets
      secret reset POST /applications/{id}/secrets/reset
      secret rotate POST /applications/{id}/secrets/rotate
      secret end-overlap POST /applications/{id}/secrets/end-overlap
      environment list GET /environments
      environment create POST /environments
      environment show GET /environments/{id}
      environment describe PATCH /environments/{id}
      environment delete DELETE /environments/{id}
      group list GET /api-groups
      group create POST /api-groups
      group show GET /api-groups/{id}
      group describe PATCH /api-groups/{id}
      group delete DELETE /api-groups/{id}
      group grants GET /api-groups/{id}/grants
      api list GET /api-groups/{id}/apis
      api create POST /api-groups/{id}/apis
      api import POST /api-groups/{id}/apis/import
      api show GET /api-groups/{id}/apis/{apiId}
      api describe PATCH /api-groups/{id}/apis/{apiId}
      api delete DELETE /api-groups/{id}/apis/{apiId}
      api grants GET /api-groups/{id}/apis/{apiId}/grants
      grant create POST /grants
      grant show GET /grants/{id}
      grant change PUT /grants/{id}
      grant revoke DELETE /grants/{id}
      authorization list GET /authorizations
      authorization show GET /authorizations/{providerId}/{applicationId}
      authorization bind POST /authorizations/{providerId}/{applicationId}/bind
      authorization unbind POST /authorizations/{providerId}/{applicationId}/unbind
      audit list GET /audit
      explain call GET /explain/call
      explain request GET /explain/requests/{requestId}
      explain canonical POST /canonical-comparison
      session show GET /session
      """;

  private Operations() {}

  /** What the line of a command says it calls. */
  static List<String> called() {
    return TABLE.lines().map(line -> line.split(" ", 3)[2]).toList();
  }

  /** The words of each command. */
  static List<String> names() {
    return TABLE
        .lines()
        .map(line -> line.substring(0, line.indexOf(' ', line.indexOf(' ') + 1)))
        .toList();
  }

  /** A command for each kind of object, with one for each verb below it. */
  static Map<String, CommandLine> commands(Root root) {
    Map<String, Endpoint> endpoints =
        Rest.endpoints().stream()
            .collect(Collectors.toMap(Operations::called, Function.identity()));
    Map<String, CommandLine> commands = new LinkedHashMap<>();
    GROUPS.forEach((name, says) -> commands.put(name, group(says)));
    TABLE
        .lines()
        .map(line -> line.split(" ", 3))
        .forEach(
            line ->
                command(commands, line[0])
                    .addSubcommand(line[1], OperationCommand.of(root, endpoint(endpoints, line))));
    return commands;
  }

  private static String called(Endpoint endpoint) {
    return endpoint.method() + " " + endpoint.template();
  }

  private static CommandLine command(Map<String, CommandLine> commands, String name) {
    CommandLine command = commands.get(name);
    if (command == null) {
      throw new IllegalStateException("no group of commands " + name);
    }
    return command;
  }

  private static Endpoint endpoint(Map<String, Endpoint> endpoints, String[] line) {
    Endpoint endpoint = endpoints.get(line[2]);
    if (endpoint == null) {
      throw new IllegalStateException("no operation " + line[2]);
    }
    return endpoint;
  }

  private static CommandLine group(String says) {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().description(says).synopsisSubcommandLabel("COMMAND");
    return new CommandLine(spec);
  }
}
