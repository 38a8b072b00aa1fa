package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A database of its own, and commands that are run over it in this process. */
final class CommandScene implements AutoCloseable {

  final Map<String, String> environment = new HashMap<>();
  private final Path folder;
  private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  private String typed = "";
  private boolean attended;

  /** What a command left. */
  record Result(int code, String out, String err) {

    JsonNode json() {
      try {
        return new ObjectMapper().readTree(out);
      } catch (IOException e) {
        throw new AssertionError(out, e);
      }
    }
  }

  CommandScene(Path folder) {
    this.folder = folder;
  }

  /** What is typed when the next commands ask. */
  CommandScene typing(String text) {
    typed = text;
    return this;
  }

  /** From now on somebody sits before it. */
  void attended() {
    attended = true;
  }

  Path file(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Over the database. */
  Result run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(place());
    return bare(all.toArray(String[]::new));
  }

  /** The options that say where. */
  List<String> place() {
    String key = "file:" + folder.resolve("master.key") + "?create";
    return List.of("--jdbc-url", url, "--schema", "migrate", "--master-key", key);
  }

  /** The one JSON document of a command that succeeds. */
  JsonNode json(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    Result result = run(all.toArray(String[]::new));
    if (result.code() != 0) {
      throw new AssertionError(result.toString());
    }
    return result.json();
  }

  /** Without saying where. */
  Result bare(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = terminal(new PrintWriter(out), new PrintWriter(err));
    int code = CommandLineTool.run(terminal, arguments);
    return new Result(code, out.toString(), err.toString());
  }

  /** One on which nothing is to be printed. */
  Terminal terminal() {
    return terminal(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()));
  }

  /** One that prints there. */
  Terminal terminal(PrintWriter out, PrintWriter err) {
    return new Terminal(
        out,
        err,
        new BufferedReader(new StringReader(typed)),
        environment::get,
        () -> null,
        InstantSource.system(),
        attended);
  }

  String url() {
    return url;
  }

  long rows(String table) {
    try (var connection = DriverManager.getConnection(url);
        var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    try (var connection = DriverManager.getConnection(url)) {
      connection.createStatement().execute("SHUTDOWN");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
