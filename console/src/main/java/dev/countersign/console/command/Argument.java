package dev.countersign.console.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What a command takes for one part of a call.
 *
 * @param place where the part stands
 * @param member its name there
 * @param kind how it is written
 * @param spec the option or parameter
 */
record Argument(Place place, String member, Kind kind, ArgSpec spec) {

  /** Where a part of a call stands. */
  enum Place {
    PATH,
    QUERY,
    BODY,
    VERSION
  }

  /** How a part of a call is written. */
  enum Kind {
    /** As it is. */
    PLAIN,
    /** An id. */
    ID,
    /** An account, by its name or id. */
    ACCOUNT,
    /** An application, by its name or id. */
    APPLICATION,
    /** An API group, by its name or id. */
    GROUP,
    /** An API, by method and template within its group, or by its id. */
    API,
    /** An environment, by its name or id. */
    ENVIRONMENT,
    /** A file that holds it. */
    FILE
  }

  /**
   * What was written; {@code null} for nothing.
   *
   * @param path of the call, filled in as far as this argument
   */
  @Nullable Object value(Calls calls, String path) {
    Object written = spec.getValue();
    if (written == null) {
      return null;
    }
    if (kind != Kind.PLAIN && written instanceof List<?> all) {
      return all.stream().map(each -> value(calls, path, each.toString())).toList();
    }
    return kind == Kind.PLAIN ? written : value(calls, path, written.toString());
  }

  private String value(Calls calls, String path, String written) {
    if (written.isBlank()) {
      throw CommandFault.usage("an empty text names no " + spec.paramLabel());
    }
    return switch (kind) {
      case PLAIN -> written;
      case ID -> id(written);
      case ACCOUNT -> Names.account(calls, written);
      case APPLICATION -> Names.application(calls, written);
      case GROUP -> Names.group(calls, written);
      case API -> api(calls, path, written);
      case ENVIRONMENT -> Names.environment(calls, written);
      case FILE -> GivenFile.text(written);
    };
  }

  private String api(Calls calls, String path, String written) {
    if (place == Place.PATH) {
      return Names.api(calls, path.substring(0, path.indexOf("/{" + member)), written);
    }
    return Names.api(calls, written);
  }

  private String id(String written) {
    if (!written.matches("[A-Za-z0-9_-]{1,128}")) {
      throw CommandFault.usage(spec.paramLabel() + " takes an id: letters, digits, - and _");
    }
    return written;
  }
}
