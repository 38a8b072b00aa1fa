package dev.countersign.signing.aws4;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.signing.vectors.JsonRows;
import dev.countersign.signing.vectors.VectorRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request of a published client with something changed. */
record ChangedRow(JsonNode json) {

  static List<ChangedRow> all(String file, String list) {
    return JsonRows.list(JsonRows.file(file).required(list)).stream().map(ChangedRow::new).toList();
  }

  String text(String name) {
    return JsonRows.text(json, name);
  }

  ClientRow base() {
    return ClientRow.named(text("base"));
  }

  Aws4Options options() {
    JsonNode own = json.get("options");
    return own == null ? base().options() : ClientRow.options(own);
  }

  VectorRequest request() {
    VectorRequest sent = base().request();
    String head = sent.method() + " " + sent.target() + "\n" + String.join("\n", sent.headers());
    for (JsonNode pair : json.required("replace")) {
      String changed = head.replace(pair.get(0).textValue(), pair.get(1).textValue());
      assertNotEquals(head, changed, "the row changes something");
      head = changed;
    }
    List<String> lines = new ArrayList<>(List.of(head.split("\n", -1)));
    json.path("append").forEach(line -> lines.add(line.textValue()));
    String first = lines.remove(0);
    int blank = first.indexOf(' ');
    return new VectorRequest(
        first.substring(0, blank), first.substring(blank + 1), lines, body(sent));
  }

  private Optional<byte[]> body(VectorRequest sent) {
    return json.has("body")
        ? Optional.of(text("body").getBytes(StandardCharsets.UTF_8))
        : sent.body();
  }

  @Override
  public String toString() {
    return text("sentence");
  }
}
