package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.countersign.console.command.Argument.Kind;
import dev.countersign.console.command.Argument.Place;
import dev.countersign.console.rest.Endpoint;
import dev.countersign.console.rest.MayBeNull;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Makes arguments of what an operation of the REST interface says that it takes. */
final class Arguments {

  private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]+)}");
  private static final Map<String, Kind> KINDS =
      Map.of(
          "accountId", Kind.ACCOUNT,
          "providerId", Kind.ACCOUNT,
          "applicationId", Kind.APPLICATION,
          "groupId", Kind.GROUP,
          "groupIds", Kind.GROUP,
          "apiId", Kind.API,
          "document", Kind.FILE,
          "presented", Kind.FILE,
          "built", Kind.FILE);

  /** What {@code {id}} is behind each collection. */
  private static final Map<String, Kind> COLLECTIONS =
      Map.of(
          "/accounts/", Kind.ACCOUNT,
          "/applications/", Kind.APPLICATION,
          "/api-groups/", Kind.GROUP,
          "/environments/", Kind.ENVIRONMENT);

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Arguments() {}

  static List<Argument> of(Endpoint endpoint) {
    List<Argument> arguments = new ArrayList<>();
    Matcher variables = VARIABLE.matcher(endpoint.template());
    while (variables.find()) {
      arguments.add(variable(endpoint.template(), variables.group(1), arguments.size()));
    }
    endpoint.query().forEach(name -> arguments.add(parameter(name)));
    if (endpoint.request() != null) {
      for (RecordComponent member : endpoint.request().getRecordComponents()) {
        arguments.add(member(member));
      }
    }
    if (endpoint.versioned()) {
      arguments.add(version());
    }
    return arguments;
  }

  private static Argument variable(String template, String name, int index) {
    Kind kind = name.equals("id") ? collected(template) : KINDS.getOrDefault(name, Kind.ID);
    PositionalParamSpec spec =
        PositionalParamSpec.builder()
            .index(Integer.toString(index))
            .arity("1")
            .required(true)
            .paramLabel(name.equals("providerId") ? "PROVIDER" : label(name, kind))
            .description(description(name, kind))
            .type(String.class)
            .converters(new NotEmpty())
            .build();
    return new Argument(Place.PATH, name, kind, spec);
  }

  private static Kind collected(String template) {
    String collection = template.substring(0, template.indexOf('{'));
    return COLLECTIONS.getOrDefault(collection, Kind.ID);
  }

  private static Argument parameter(String name) {
    OptionSpec spec = option(name, kind(name)).type(String.class).build();
    return new Argument(Place.QUERY, name, kind(name), spec);
  }

  private static Argument member(RecordComponent member) {
    String name = member.getName();
    OptionSpec.Builder spec =
        option(name, kind(name)).required(!member.isAnnotationPresent(MayBeNull.class));
    if (Collection.class.isAssignableFrom(member.getType())) {
      spec.type(List.class).auxiliaryTypes(String.class).splitRegex(",");
    } else if (name.equals("preview")) {
      spec.type(boolean.class).arity("0").defaultValue("false");
    } else {
      spec.type(member.getType());
    }
    if (kind(name) == Kind.API) {
      spec.description("an API, such as 'GROUP/GET /orders/{id}', or its id");
    }
    if (member.getType() == Boolean.class && !name.equals("preview")) {
      spec.arity("1");
    }
    return new Argument(Place.BODY, name, kind(name), spec.build());
  }

  private static Argument version() {
    OptionSpec spec =
        OptionSpec.builder("--if-match")
            .type(String.class)
            .paramLabel("ETAG")
            .description("the version that was read, in quotes; without it, any")
            .build();
    return new Argument(Place.VERSION, "version", Kind.PLAIN, spec);
  }

  private static OptionSpec.Builder option(String member, Kind kind) {
    return OptionSpec.builder(names(member, kind))
        .paramLabel(label(member, kind))
        .description(description(member, kind));
  }

  /** Without the "id" of the member where a name does, too; with it all the same. */
  private static String[] names(String member, Kind kind) {
    String whole = "--" + dashed(member);
    return switch (kind) {
      case ACCOUNT -> new String[] {"--account"};
      case APPLICATION, GROUP, API -> new String[] {whole.replace("-id", ""), whole};
      default -> new String[] {whole};
    };
  }

  private static String label(String member, Kind kind) {
    return switch (kind) {
      case ACCOUNT, APPLICATION, GROUP, ENVIRONMENT, API -> kind.name();
      default -> Descriptions.of(member).label();
    };
  }

  private static String description(String member, Kind kind) {
    return switch (kind) {
      case ACCOUNT -> "an account, by its name or id";
      case APPLICATION -> "an application, by its name, ACCOUNT/NAME or id";
      case GROUP ->
          member.equals("groupIds")
              ? "API groups, by their names or ids, between commas"
              : "an API group, by its name or id";
      case ENVIRONMENT -> "an environment, by its name or id";
      case API -> "an API of the group, such as 'GET /orders/{id}', or its id";
      default -> Descriptions.of(member).sentence();
    };
  }

  private static Kind kind(String member) {
    return KINDS.getOrDefault(member, Kind.PLAIN);
  }

  private static String dashed(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** The value of an option as a member of a body. */
  static JsonNode json(Object value) {
    if (value instanceof List<?> list) {
      ArrayNode array = JSON.arrayNode();
      list.forEach(one -> array.add(one.toString()));
      return array;
    }
    if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    }
    return value instanceof Long number ? JSON.numberNode(number) : JSON.textNode(value.toString());
  }
}
