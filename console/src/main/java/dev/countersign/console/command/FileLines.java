package dev.countersign.console.command;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** A file of YAML or JSON, and the line on which each of its members begins. */
final class FileLines {

  private static final YAMLFactory YAML = new YAMLFactory();

  private final String name;

  /** By JSON pointer. */
  private final Map<String, Integer> lines = new HashMap<>();

  private FileLines(String name) {
    this.name = name;
  }

  /**
   * Reads it to its end.
   *
   * @throws CommandFault if it is no YAML, more than one document, or names a member twice
   */
  static FileLines of(String name, String text) {
    FileLines file = new FileLines(name);
    try (JsonParser parser = YAML.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        file.note(token, parser);
      }
      return file;
    } catch (JsonProcessingException e) {
      throw file.noYaml(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void note(JsonToken token, JsonParser parser) {
    if (token.isStructEnd()) {
      return;
    }
    String pointer = parser.getParsingContext().pathAsPointer().toString();
    int line = parser.currentTokenLocation().getLineNr();
    boolean value = token != JsonToken.FIELD_NAME;
    Integer former = value ? lines.putIfAbsent(pointer, line) : lines.put(pointer, line);
    if (former != null && !value) {
      throw at(line, parser.getParsingContext().getCurrentName() + " is there twice");
    }
    if (former != null && pointer.isEmpty()) {
      throw at(line, "a second document begins, and one is read");
    }
  }

  /** Where the parser of YAML saw it; else no line is better than a wrong one. */
  private CommandFault noYaml(JsonProcessingException e) {
    if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      return at(marked.getProblemMark().getLine() + 1, "this is no YAML: " + marked.getProblem());
    }
    return CommandFault.usage(
        Output.safe(name)
            + ": this is no YAML or JSON, is nested too deeply, or is longer than 3 MiB");
  }

  /** Whether the file holds nothing but remarks. */
  boolean areNone() {
    return lines.isEmpty();
  }

  /** A fault of what stands there, or of the nearest that is around it. */
  CommandFault fault(String pointer, String sentence) {
    String around = pointer;
    while (!lines.containsKey(around) && !around.isEmpty()) {
      around = around.substring(0, around.lastIndexOf('/'));
    }
    return at(lines.getOrDefault(around, 1), sentence);
  }

  private CommandFault at(int line, String sentence) {
    return CommandFault.usage(Output.safe(name + ", line " + line + ": " + sentence));
  }
}
