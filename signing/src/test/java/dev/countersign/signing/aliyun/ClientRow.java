package dev.countersign.signing.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.signing.Secret;
import dev.countersign.signing.vectors.JsonRows;
import dev.countersign.signing.vectors.VectorRequest;
import java.util.List;
import java.util.stream.Stream;

/** A request signed by the habit of a published client, or by the client itself. */
record ClientRow(
    String sentence,
    String stringToSign,
    VectorRequest request,
    Secret secret,
    AliyunOptions options) {

  static List<ClientRow> all() {
    return Stream.of("aliyun-clients.json", "aliyun-recorded.json")
        .flatMap(file -> JsonRows.list(JsonRows.file(file).required("rows")).stream())
        .map(ClientRow::of)
        .toList();
  }

  static ClientRow named(String sentence) {
    return all().stream().filter(row -> row.sentence().equals(sentence)).findFirst().orElseThrow();
  }

  AliyunScheme scheme() {
    return AliyunScheme.of(options);
  }

  private static ClientRow of(JsonNode row) {
    return new ClientRow(
        JsonRows.text(row, "sentence"),
        JsonRows.text(row, "stringToSign"),
        JsonRows.request(row.required("request")),
        Secret.ofText(JsonRows.text(row, "secret")),
        options(row.required("options")));
  }

  static AliyunOptions options(JsonNode node) {
    return new AliyunOptions(
        node.path("sha1").asBoolean(true),
        node.path("unsignedBody").booleanValue(),
        node.path("absentStage").asText(""));
  }

  @Override
  public String toString() {
    return sentence;
  }
}
