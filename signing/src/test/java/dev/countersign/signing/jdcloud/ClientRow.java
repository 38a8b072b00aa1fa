package dev.countersign.signing.jdcloud;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.signing.Secret;
import dev.countersign.signing.vectors.JsonRows;
import dev.countersign.signing.vectors.VectorRequest;
import java.util.List;
import java.util.stream.Stream;

/** A request signed by the habit of a published client, or by the client itself. */
record ClientRow(
    String sentence,
    String canonicalRequest,
    VectorRequest request,
    Secret secret,
    JdcloudOptions options) {

  static List<ClientRow> all() {
    return Stream.of("jdcloud-clients.json", "jdcloud-recorded.json")
        .flatMap(file -> JsonRows.list(JsonRows.file(file).required("rows")).stream())
        .map(ClientRow::of)
        .toList();
  }

  static ClientRow named(String sentence) {
    return all().stream().filter(row -> row.sentence().equals(sentence)).findFirst().orElseThrow();
  }

  JdcloudScheme scheme() {
    return JdcloudScheme.of(options);
  }

  private static ClientRow of(JsonNode row) {
    return new ClientRow(
        JsonRows.text(row, "sentence"),
        JsonRows.text(row, "canonicalRequest"),
        JsonRows.request(row.required("request")),
        Secret.ofText(JsonRows.text(row, "secret")),
        options(row.required("options")));
  }

  static JdcloudOptions options(JsonNode node) {
    return new JdcloudOptions(
        node.path("region").asText(""),
        node.path("service").asText(""),
        node.path("encodedTwice").booleanValue(),
        node.path("unsignedPayload").booleanValue());
  }

  @Override
  public String toString() {
    return sentence;
  }
}
