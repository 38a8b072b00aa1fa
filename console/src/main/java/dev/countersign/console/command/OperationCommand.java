package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.console.rest.Endpoint;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A command that makes one call of the REST interface. */
final class OperationCommand implements Callable<Integer> {

  private static final String ANY_VERSION = "*";

  private final Root root;
  private final Endpoint endpoint;
  private final List<Argument> arguments;
  private final @Nullable OptionSpec secretsFile;

  private OperationCommand(Root root, Endpoint endpoint) {
    this.root = root;
    this.endpoint = endpoint;
    this.arguments = Arguments.of(endpoint);
    this.secretsFile = endpoint.secret() ? secretsFile() : null;
  }

  static CommandLine of(Root root, Endpoint endpoint) {
    OperationCommand command = new OperationCommand(root, endpoint);
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
    spec.usageMessage().description(endpoint.summary() + ".");
    command.arguments.forEach(argument -> spec.add(argument.spec()));
    if (command.secretsFile != null) {
      spec.add(command.secretsFile);
    }
    return new CommandLine(spec);
  }

  private static OptionSpec secretsFile() {
    return OptionSpec.builder(SecretsFile.OPTION)
        .type(String.class)
        .paramLabel("PATH")
        .description(SecretsFile.DESCRIPTION)
        .build();
  }

  @Override
  public Integer call() throws IOException {
    String file = secretsFile == null ? null : secretsFile.getValue();
    try (Calls calls = root.calls()) {
      if (file != null) {
        root.output().print(issued(calls, file));
      } else {
        root.output().print(endpoint.list() ? list(calls) : calls.sent(ask(calls)));
      }
    }
    return ExitCodes.OK;
  }

  /** The file is there before the secret, which cannot be asked for twice. */
  private JsonNode issued(Calls calls, String file) throws IOException {
    Ask ask = ask(calls);
    try (SecretsFile secrets = SecretsFile.create(file)) {
      return secrets.keep(calls.sent(ask));
    }
  }

  /** All pages, unless one was asked for. */
  private JsonNode list(Calls calls) {
    Ask ask = ask(calls);
    if (ask.query().containsKey("limit") || ask.query().containsKey("after")) {
      return calls.sent(ask);
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.putArray("items").addAll(calls.all(ask.path(), ask.query()));
    all.putNull("next");
    return all;
  }

  private Ask ask(Calls calls) {
    String path = endpoint.template();
    Map<String, String> query = new HashMap<>();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    String version = endpoint.versioned() ? ANY_VERSION : null;
    for (Argument argument : arguments) {
      Object value = argument.value(calls, path);
      if (value == null) {
        continue;
      }
      switch (argument.place()) {
        case PATH -> path = path.replace("{" + argument.member() + "}", value.toString());
        case QUERY -> query.put(argument.member(), value.toString());
        case BODY -> body.set(argument.member(), Arguments.json(value));
        case VERSION -> version = value.toString();
      }
    }
    return new Ask(endpoint.method(), path, query, body(body), version);
  }

  private @Nullable JsonNode body(ObjectNode members) {
    return endpoint.request() == null ? null : members;
  }
}
