package dev.countersign.signing.rfc9421;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.signing.Secret;
import dev.countersign.signing.vectors.ChangedRequest;
import dev.countersign.signing.vectors.JsonRows;
import dev.countersign.signing.vectors.VectorRequest;
import java.util.List;

/** A row of {@code vectors/rfc9421-requests.json}. */
record SignedRow(JsonNode json) {

  static List<SignedRow> accepted() {
    return rows("accepted");
  }

  static List<SignedRow> refused() {
    return rows("refused");
  }

  String text(String name) {
    return JsonRows.text(json, name);
  }

  Secret secret() {
    return Secret.ofText(base().text("secret"));
  }

  Rfc9421Scheme scheme() {
    String label = json.has("label") ? text("label") : base().text("label");
    return Rfc9421Scheme.of(Rfc9421Options.defaults().withLabel(label));
  }

  VectorRequest request() {
    VectorRequest sent = JsonRows.request(base().json().required("request"));
    return json.has("base") ? ChangedRequest.of(sent, json) : sent;
  }

  private SignedRow base() {
    if (!json.has("base")) {
      return this;
    }
    return accepted().stream()
        .filter(row -> row.text("sentence").equals(text("base")))
        .findFirst()
        .orElseThrow();
  }

  private static List<SignedRow> rows(String list) {
    return JsonRows.list(JsonRows.file("rfc9421-requests.json").required(list)).stream()
        .map(SignedRow::new)
        .toList();
  }

  @Override
  public String toString() {
    return text("sentence");
  }
}
