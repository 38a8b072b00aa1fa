package dev.countersign.signing.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.signing.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads {@code vectors/countersign-1.json}. */
public final class VectorFile {

  /** Where the vectors lie on the class path. */
  public static final String RESOURCE = "/vectors/countersign-1.json";

  private VectorFile() {}

  /** All accepted rows, in the order of the file. */
  public static List<AcceptedVector> accepted() {
    return rows("accepted").stream().map(VectorFile::acceptedRow).toList();
  }

  /** All refused rows, in the order of the file. */
  public static List<RefusedVector> refused() {
    return rows("refused").stream().map(VectorFile::refusedRow).toList();
  }

  private static AcceptedVector acceptedRow(JsonNode row) {
    boolean base64 = row.has("secretBase64");
    return new AcceptedVector(
        text(row, "sentence"),
        texts(row.required("rules")),
        request(row.required("request")),
        base64
            ? Secret.ofBytes(Base64.getDecoder().decode(text(row, "secretBase64")))
            : Secret.ofText(text(row, "secret")),
        text(row, base64 ? "secretBase64" : "secret"),
        base64,
        text(row, "canonicalRequest"),
        text(row, "signature"),
        text(row, "command"));
  }

  private static RefusedVector refusedRow(JsonNode row) {
    return new RefusedVector(
        text(row, "sentence"),
        texts(row.required("rules")),
        request(row.required("request")),
        Secret.ofText(text(row, "secret")),
        text(row, "kind"));
  }

  private static VectorRequest request(JsonNode node) {
    return new VectorRequest(
        text(node, "method"), text(node, "target"), texts(node.required("headers")), body(node));
  }

  private static Optional<byte[]> body(JsonNode node) {
    if (node.has("bodyBase64")) {
      return Optional.of(Base64.getDecoder().decode(text(node, "bodyBase64")));
    }
    return Optional.ofNullable(node.get("body"))
        .map(body -> body.textValue().getBytes(StandardCharsets.UTF_8));
  }

  private static String text(JsonNode node, String name) {
    return Objects.requireNonNull(node.required(name).textValue(), name);
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList();
  }

  private static List<JsonNode> rows(String list) {
    try (InputStream in =
        Objects.requireNonNull(VectorFile.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      JsonNode rows = new ObjectMapper().readTree(in).required(list);
      return StreamSupport.stream(rows.spliterator(), false).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
