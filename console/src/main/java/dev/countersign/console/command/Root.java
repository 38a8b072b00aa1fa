package dev.countersign.console.command;

import dev.countersign.filter.settings.Placeholders;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command, and what they lead to. */
@Command(
    name = "countersign",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Root.Version.class,
    description = "Applications, APIs and grants of Countersign, over a database or a server.",
    footer = {
      "",
      "@FILE stands for the arguments that a file holds.",
      "Ends with 0: done; 1: refused or failed; 2: not called rightly; 3: not available now."
    })
final class Root {

  private static final String PASSWORD = "COUNTERSIGN_PASSWORD";

  private final Terminal terminal;

  @Option(
      names = "--jdbc-url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "the database: jdbc:h2:./PATH or jdbc:postgresql://HOST/NAME")
  private @Nullable String jdbcUrl;

  @Option(
      names = "--jdbc-user",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "its user")
  private @Nullable String jdbcUser;

  @Option(
      names = "--jdbc-password",
      paramLabel = "PLACE",
      scope = ScopeType.INHERIT,
      description = "where its password is: $${env:NAME} or $${file:PATH}")
  private @Nullable String jdbcPassword;

  @Option(
      names = "--master-key",
      paramLabel = "PLACE",
      scope = ScopeType.INHERIT,
      description = "as the setting masterKey: file:PATH, env:NAME or pkcs12:PATH")
  private @Nullable String masterKey;

  @Option(
      names = "--master-key-password",
      paramLabel = "PLACE",
      scope = ScopeType.INHERIT,
      description = "where the password of the key store is: $${env:NAME} or $${file:PATH}")
  private @Nullable String masterKeyPassword;

  @Option(
      names = "--schema",
      paramLabel = "MODE",
      scope = ScopeType.INHERIT,
      description = "validate (default), or migrate, which makes the tables")
  private @Nullable String schema;

  @Option(
      names = "--server",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "instead of a database: a console, such as https://host/app/console")
  private @Nullable String server;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = {
        "who logs in at the server, or is named in the history of the database;",
        "the server's password is in " + PASSWORD + ", or asked for"
      })
  private @Nullable String user;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "results as one JSON document on standard output")
  private boolean json;

  @Option(
      names = "--progress",
      scope = ScopeType.INHERIT,
      description = "tell how far long work is, also where nobody sits at a terminal")
  private boolean progress;

  Root(Terminal terminal) {
    this.terminal = terminal;
  }

  Terminal terminal() {
    return terminal;
  }

  Output output() {
    return new Output(terminal.out(), json);
  }

  Progress progress() {
    return new Progress(terminal.err(), progress || terminal.attended());
  }

  boolean isServer() {
    if ((server == null) == (jdbcUrl == null)) {
      throw CommandFault.usage("say where: either --server or --jdbc-url");
    }
    return server != null;
  }

  /** Opens the way; to be closed. */
  Calls calls() {
    return isServer() ? serverCalls() : DatabaseCalls.open(settings(), actor(), terminal.clock());
  }

  private Calls serverCalls() {
    URI address = ServerAddress.of(String.valueOf(server));
    if (user == null || user.isEmpty() || user.contains(":")) {
      throw CommandFault.usage("--server needs --user, a name without a colon");
    }
    String password = terminal.variable(PASSWORD);
    if (password == null) {
      password = terminal.password().get();
    }
    if (password == null) {
      throw CommandFault.usage(
          "there is nobody to ask for the password: put it into the variable " + PASSWORD);
    }
    return new ServerCalls(address, user, password, terminal.clock());
  }

  private String actor() {
    return user == null ? "command line" : user;
  }

  /** The settings of the store, with the names and the references that they have in web.xml. */
  Map<String, String> settings() {
    Map<String, String> written = new TreeMap<>();
    put(written, "jdbcUrl", jdbcUrl);
    put(written, "jdbcUser", jdbcUser);
    put(written, "jdbcPassword", referred("--jdbc-password", jdbcPassword));
    put(written, "masterKey", masterKey);
    put(written, "masterKeyPassword", referred("--master-key-password", masterKeyPassword));
    put(written, "schema", schema);
    return Placeholders.resolved(written);
  }

  private static void put(Map<String, String> settings, String name, @Nullable String value) {
    if (value != null) {
      settings.put(name, value);
    }
  }

  /** Arguments are seen by everybody who lists processes, and kept by shells. */
  private static @Nullable String referred(String option, @Nullable String value) {
    if (value != null && !value.startsWith("${")) {
      throw CommandFault.usage(
          option + " takes no password, but where it is: ${env:NAME} or ${file:PATH}");
    }
    return value;
  }

  /** As the jar's manifest says. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Root.class.getPackage().getImplementationVersion();
      return new String[] {"countersign " + (version == null ? "(not packaged)" : version)};
    }
  }
}
