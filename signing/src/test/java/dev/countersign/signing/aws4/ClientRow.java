package dev.countersign.signing.aws4;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.signing.Secret;
import dev.countersign.signing.aws4.Aws4Options.PathEncoding;
import dev.countersign.signing.vectors.JsonRows;
import dev.countersign.signing.vectors.VectorRequest;
import java.util.List;

/** A request that a published client signed. */
record ClientRow(String sentence, VectorRequest request, Secret secret, Aws4Options options) {

  static List<ClientRow> all() {
    return JsonRows.list(JsonRows.file("aws4-clients.json").required("rows")).stream()
        .map(ClientRow::of)
        .toList();
  }

  static ClientRow named(String sentence) {
    return all().stream().filter(row -> row.sentence().equals(sentence)).findFirst().orElseThrow();
  }

  private static ClientRow of(JsonNode row) {
    return new ClientRow(
        JsonRows.text(row, "sentence"),
        JsonRows.request(row.required("request")),
        Secret.ofText(JsonRows.text(row, "secret")),
        options(row.required("options")));
  }

  static Aws4Options options(JsonNode node) {
    return new Aws4Options(
        node.path("region").asText(""),
        node.path("service").asText(""),
        PathEncoding.valueOf(node.path("pathEncoding").asText("DOUBLE")),
        node.path("presigned").booleanValue(),
        node.path("unsignedPayload").booleanValue(),
        node.path("repeatedHeaders").booleanValue());
  }

  @Override
  public String toString() {
    return sentence;
  }
}
