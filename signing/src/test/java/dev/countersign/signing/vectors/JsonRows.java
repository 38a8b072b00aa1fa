package dev.countersign.signing.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads vector files of foreign schemes. */
public final class JsonRows {

  private JsonRows() {}

  /** A file on the class path below {@code vectors}. */
  public static JsonNode file(String name) {
    String resource = "/vectors/" + name;
    try (InputStream in =
        Objects.requireNonNull(JsonRows.class.getResourceAsStream(resource), resource)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The elements of an array. */
  public static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  /** A text that must be there. */
  public static String text(JsonNode row, String name) {
    return Objects.requireNonNull(row.required(name).textValue(), name);
  }

  /** A request of method, target, header lines and an optional body. */
  public static VectorRequest request(JsonNode node) {
    List<String> headers = new ArrayList<>();
    node.required("headers").forEach(line -> headers.add(line.textValue()));
    return new VectorRequest(
        text(node, "method"),
        text(node, "target"),
        headers,
        Optional.ofNullable(node.get("body"))
            .map(body -> body.textValue().getBytes(StandardCharsets.UTF_8)));
  }
}
