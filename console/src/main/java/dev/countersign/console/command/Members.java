package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Members of an object that differ from those it has. */
final class Members {

  private final JsonNode present;
  private final ObjectNode body = JsonNodeFactory.instance.objectNode();
  private final List<String> differences = new ArrayList<>();

  Members(JsonNode present) {
    this.present = present;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static JsonNode set(Collection<String> values) {
    var array = JsonNodeFactory.instance.arrayNode();
    new TreeSet<>(values).forEach(array::add);
    return array;
  }

  /** Compares a member; {@code null} leaves it as it is. */
  Members want(String name, @Nullable JsonNode value) {
    if (value != null && !same(present.path(name), value)) {
      body.set(name, value);
      differences.add(name + " " + present.path(name) + " -> " + value);
    }
    return this;
  }

  Members want(String name, @Nullable String value) {
    return want(name, value == null ? null : JsonNodeFactory.instance.textNode(value));
  }

  private static boolean same(JsonNode one, JsonNode other) {
    if (one.isArray() && other.isArray()) {
      return texts(one).equals(texts(other));
    }
    return one.equals(other);
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  boolean differ() {
    return !differences.isEmpty();
  }

  /** Those that differ. */
  ObjectNode body() {
    return body;
  }

  /** The version that was read. */
  String etag() {
    return "\"" + present.path("version").asLong() + "\"";
  }

  @Override
  public String toString() {
    return Output.safe(String.join(", ", differences));
  }
}
