package dev.countersign.console.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** JSON schemas of records, each written once and referred to by name. One thread only. */
final class Schemas {

  private final Map<String, ObjectNode> written = new TreeMap<>();

  Map<String, ObjectNode> written() {
    return written;
  }

  static ObjectNode reference(String name) {
    return Json.object().put("$ref", "#/components/schemas/" + name);
  }

  ObjectNode of(Class<?> shape) {
    if (!shape.isRecord()) {
      return Json.object().put("type", "object");
    }
    String name = name(shape);
    if (!written.containsKey(name)) {
      ObjectNode schema = Json.object().put("type", "object");
      written.put(name, schema);
      fill(schema, shape);
    }
    return reference(name);
  }

  /** Requests and answers share some names. */
  private static String name(Class<?> shape) {
    boolean request = Requests.class.equals(shape.getDeclaringClass());
    return shape.getSimpleName() + (request ? "Request" : "");
  }

  private void fill(ObjectNode schema, Class<?> shape) {
    schema.put("additionalProperties", false);
    ArrayNode required = schema.putArray("required");
    ObjectNode properties = schema.putObject("properties");
    for (RecordComponent component : shape.getRecordComponents()) {
      ObjectNode type = type(component.getGenericType());
      if (component.isAnnotationPresent(MayBeNull.class)) {
        orNull(type);
      } else {
        required.add(component.getName());
      }
      properties.set(component.getName(), type);
    }
  }

  private static void orNull(ObjectNode type) {
    String name = type.path("type").asText();
    type.putArray("type").add(name).add("null");
  }

  private ObjectNode type(Type type) {
    if (type instanceof ParameterizedType many
        && many.getRawType() instanceof Class<?> raw
        && Collection.class.isAssignableFrom(raw)) {
      ObjectNode array = Json.object().put("type", "array");
      array.set("items", type(many.getActualTypeArguments()[0]));
      return array;
    }
    if (type instanceof Class<?> shape && shape.isRecord()) {
      return of(shape);
    }
    return Json.object().put("type", word(type));
  }

  private static String word(Type type) {
    if (type.equals(boolean.class) || type.equals(Boolean.class)) {
      return "boolean";
    }
    boolean whole =
        type.equals(long.class)
            || type.equals(Long.class)
            || type.equals(int.class)
            || type.equals(Integer.class);
    return whole ? "integer" : "string";
  }
}
