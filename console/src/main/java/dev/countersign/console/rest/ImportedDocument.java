package dev.countersign.console.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.persistence.management.Apis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the operations of an OpenAPI 3 document, in JSON or YAML. References are not followed. */
final class ImportedDocument {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final int DESCRIPTION_LENGTH = 2000;

  private ImportedDocument() {}

  /**
   * Its operations, in their order.
   *
   * @param prefix put in front of each path; maybe empty
   */
  static List<ImportedOperation> read(String groupId, String document, String prefix) {
    JsonNode tree = DocumentParser.parse(document);
    if (!tree.path("openapi").asText().startsWith("3.")) {
      throw RestFault.malformed("this is no OpenAPI 3 document: its member openapi begins with 3.");
    }
    if (!tree.path("paths").isObject()) {
      throw RestFault.malformed("the document has no paths");
    }
    List<ImportedOperation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : tree.get("paths").properties()) {
      if (!path.getKey().startsWith("x-")) {
        addAll(operations, groupId, prefix + path.getKey(), path.getValue());
      }
      if (operations.size() > Apis.MOST_AT_ONCE) {
        throw RestFault.malformed(
            "at most " + Apis.MOST_AT_ONCE + " operations are imported at once");
      }
    }
    return operations;
  }

  private static void addAll(
      List<ImportedOperation> operations, String groupId, String template, JsonNode path) {
    if (!path.isObject() || path.has("$ref")) {
      operations.add(
          ImportedOperation.refused("", template, "this path holds no operations of its own"));
      return;
    }
    for (Map.Entry<String, JsonNode> one : path.properties()) {
      if (METHODS.contains(one.getKey())) {
        String method = one.getKey().toUpperCase(Locale.ROOT);
        operations.add(
            ImportedOperation.of(groupId, method, template, description(one.getValue())));
      }
    }
  }

  private static String description(JsonNode operation) {
    String summary = operation.path("summary").asText();
    String text = summary.isEmpty() ? operation.path("operationId").asText() : summary;
    String line = text.replaceAll("\\p{Cntrl}", " ").strip();
    return line.length() <= DESCRIPTION_LENGTH ? line : line.substring(0, DESCRIPTION_LENGTH);
  }
}
