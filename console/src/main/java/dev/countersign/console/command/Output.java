package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.console.rest.Json;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prints what was answered: as JSON for programs, or as lines for people. */
final class Output {

  private final PrintWriter out;
  private final boolean json;

  Output(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /** Text that somebody else wrote, without anything that a terminal would obey. */
  static String safe(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c ->
                safe.appendCodePoint(
                    Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                        ? '?'
                        : c));
    return safe.toString();
  }

  boolean isJson() {
    return json;
  }

  /** A line for people. */
  void line(String text) {
    out.println(text);
  }

  /** An answer; nothing for none. */
  void print(JsonNode answer) {
    if (answer.isMissingNode()) {
      return;
    }
    if (json) {
      out.println(new String(Json.write(answer), StandardCharsets.UTF_8));
    } else if (answer.path("items").isArray() && answer.has("next")) {
      table(answer.path("items"));
    } else {
      members("", answer);
    }
  }

  /** A heading and one line for each item, its values between tabulators. */
  private void table(JsonNode items) {
    List<String> names = new ArrayList<>();
    items.path(0).fieldNames().forEachRemaining(names::add);
    if (!names.isEmpty()) {
      out.println(String.join("\t", names));
    }
    for (JsonNode item : items) {
      out.println(String.join("\t", names.stream().map(name -> value(item.path(name))).toList()));
    }
  }

  private void members(String prefix, JsonNode node) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = prefix + member.getKey();
      JsonNode value = member.getValue();
      if (value.isObject()) {
        members(name + ".", value);
      } else if (value.isArray() && value.path(0).isObject()) {
        for (int i = 0; i < value.size(); i++) {
          members(name + "[" + i + "].", value.path(i));
        }
      } else {
        out.println(name + ": " + value(value));
      }
    }
  }

  private static String value(JsonNode value) {
    if (value.isArray()) {
      List<String> texts = new ArrayList<>();
      value.forEach(one -> texts.add(value(one)));
      return String.join(",", texts);
    }
    return value.isNull() ? "" : safe(value.isValueNode() ? value.asText() : value.toString());
  }
}
