package dev.countersign.signing.jdcloud;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.signing.vectors.ChangedRequest;
import dev.countersign.signing.vectors.JsonRows;
import dev.countersign.signing.vectors.VectorRequest;
import java.util.List;

/** A request of a published client with something changed. */
record ChangedRow(JsonNode json) {

  static List<ChangedRow> all(String list) {
    return JsonRows.list(JsonRows.file("jdcloud-changed.json").required(list)).stream()
        .map(ChangedRow::new)
        .toList();
  }

  String text(String name) {
    return JsonRows.text(json, name);
  }

  ClientRow base() {
    return ClientRow.named(text("base"));
  }

  JdcloudScheme scheme() {
    JsonNode own = json.get("options");
    return own == null ? base().scheme() : JdcloudScheme.of(ClientRow.options(own));
  }

  VectorRequest request() {
    return ChangedRequest.of(base().request(), json);
  }

  @Override
  public String toString() {
    return text("sentence");
  }
}
