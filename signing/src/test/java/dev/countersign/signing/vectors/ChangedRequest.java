package dev.countersign.signing.vectors;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request with texts of its head replaced, header lines appended or its body exchanged. */
public final class ChangedRequest {

  private ChangedRequest() {}

  /** The request as the row changes it. */
  public static VectorRequest of(VectorRequest sent, JsonNode row) {
    String head = sent.method() + " " + sent.target() + "\n" + String.join("\n", sent.headers());
    for (JsonNode pair : row.required("replace")) {
      String changed = head.replace(pair.get(0).textValue(), pair.get(1).textValue());
      assertNotEquals(head, changed, "the row changes something");
      head = changed;
    }
    List<String> lines = new ArrayList<>(List.of(head.split("\n", -1)));
    row.path("append").forEach(line -> lines.add(line.textValue()));
    String first = lines.remove(0);
    int blank = first.indexOf(' ');
    return new VectorRequest(
        first.substring(0, blank), first.substring(blank + 1), lines, body(sent, row));
  }

  private static Optional<byte[]> body(VectorRequest sent, JsonNode row) {
    return row.has("body")
        ? Optional.of(JsonRows.text(row, "body").getBytes(StandardCharsets.UTF_8))
        : sent.body();
  }
}
