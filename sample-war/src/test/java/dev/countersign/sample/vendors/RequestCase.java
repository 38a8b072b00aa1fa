package dev.countersign.sample.vendors;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawRequest.Field;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One row of {@code vendors/cases.json}.
 *
 * @param id names it in clients.json
 * @param sentence what a client has to manage
 * @param path raw, appended to the client's own path
 * @param query raw, without the question mark
 * @param type of the body, if there is one
 * @param text the body as text
 * @param hex the body as bytes
 * @param form the body as pairs that are not encoded
 */
record RequestCase(
    String id,
    String sentence,
    String method,
    String path,
    String query,
    String type,
    String text,
    String hex,
    List<List<String>> form) {

  /** Signed by every client that signs headers of the application at all. */
  static final String HEADER = "X-Tenant";

  RequestCase {
    Objects.requireNonNull(sentence);
    form = form == null ? List.of() : List.copyOf(form);
  }

  static List<RequestCase> all() {
    try (InputStream in = RequestCase.class.getResourceAsStream("/vendors/cases.json")) {
      return List.of(new ObjectMapper().readValue(in, RequestCase[].class));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** No two clients share a path: without a nonce, equal requests have equal signatures. */
  VendorRequest below(String base) {
    String target = base + "/" + id + (path == null ? "" : path);
    RawRequest raw =
        RawRequest.of(method, query == null ? target : target + "?" + query)
            .add(HEADER, "acme 17")
            .body(body());
    return new VendorRequest(
        type == null ? raw : raw.add("Content-Type", type), pairs(), Optional.empty());
  }

  private byte[] body() {
    if (hex != null) {
      return HexFormat.of().parseHex(hex);
    }
    if (!form.isEmpty()) {
      return Bodies.form(pairs());
    }
    return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
  }

  private List<Field> pairs() {
    return form.stream().map(pair -> new Field(pair.get(0), pair.get(1))).toList();
  }

  @Override
  public String toString() {
    return id;
  }
}
