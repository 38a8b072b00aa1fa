package dev.countersign.console.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Describes the table of operations as OpenAPI 3.1. */
final class OpenApiDocument {

  private static final String PROBLEM = "Problem";

  private OpenApiDocument() {}

  static ObjectNode of(List<Endpoint> endpoints) {
    ObjectNode document = Json.object();
    document.put("openapi", "3.1.0");
    ObjectNode info = document.putObject("info");
    info.put("title", "Countersign console");
    info.put("version", "1");
    info.put(
        "description",
        "Unsafe methods need the header X-Countersign-Token with the csrfToken of GET /session,"
            + " and bodies the type application/json.");
    document.putArray("servers").addObject().put("url", ".");
    ObjectNode paths = document.putObject("paths");
    Schemas schemas = new Schemas();
    for (Endpoint endpoint : endpoints) {
      ObjectNode path = paths.withObjectProperty(endpoint.template());
      describe(path.putObject(endpoint.method().toLowerCase(Locale.ROOT)), endpoint, schemas);
    }
    ObjectNode components = document.putObject("components").putObject("schemas");
    components.setAll(schemas.written());
    components.set(PROBLEM, problem());
    return document;
  }

  private static void describe(ObjectNode operation, Endpoint endpoint, Schemas schemas) {
    operation.put("summary", endpoint.summary());
    ArrayNode parameters = operation.putArray("parameters");
    for (String segment : Route.split(endpoint.template())) {
      if (segment.startsWith("{")) {
        parameter(parameters, "path", segment.substring(1, segment.length() - 1), true);
      }
    }
    endpoint.query().forEach(name -> parameter(parameters, "query", name, false));
    if (endpoint.versioned()) {
      parameter(parameters, "header", "If-Match", true);
    }
    if (endpoint.request() != null) {
      ObjectNode body = operation.putObject("requestBody");
      body.put("required", true);
      content(body, "application/json").set("schema", schemas.of(endpoint.request()));
    }
    ObjectNode responses = operation.putObject("responses");
    ObjectNode success = responses.putObject(Integer.toString(endpoint.status()));
    success.put("description", endpoint.secret() ? "Done; holds a secret, this once" : "Done");
    if (endpoint.answer() != null) {
      ObjectNode schema = schemas.of(endpoint.answer());
      content(success, "application/json").set("schema", endpoint.list() ? page(schema) : schema);
    }
    ObjectNode failure = responses.putObject("default");
    failure.put("description", "Refused");
    content(failure, "application/problem+json").set("schema", Schemas.reference(PROBLEM));
  }

  private static void parameter(ArrayNode all, String in, String name, boolean required) {
    ObjectNode one = all.addObject();
    one.put("name", name);
    one.put("in", in);
    one.put("required", required);
    one.putObject("schema").put("type", "string");
  }

  private static ObjectNode content(ObjectNode holder, String type) {
    return holder.putObject("content").putObject(type);
  }

  private static ObjectNode page(ObjectNode item) {
    ObjectNode schema = Json.object().put("type", "object");
    schema.putArray("required").add("items").add("next");
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("items").put("type", "array").set("items", item);
    properties.putObject("next").putArray("type").add("string").add("null");
    return schema;
  }

  private static ObjectNode problem() {
    ObjectNode schema = Json.object().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (String name : List.of("type", "title", "code", "detail")) {
      properties.putObject(name).put("type", "string");
    }
    properties.putObject("status").put("type", "integer");
    return schema;
  }
}
