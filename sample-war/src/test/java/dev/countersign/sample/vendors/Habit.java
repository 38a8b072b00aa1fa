package dev.countersign.sample.vendors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * One row of {@code vendors/habits.json}: a signer written here, because the published one is no
 * package.
 *
 * @param client its row in clients.json
 * @param standsFor which deployed variant it is
 * @param file with published cases, among the vectors of signing
 * @param rows of that file that the variant makes
 */
record Habit(String client, String standsFor, String file, List<String> rows) {

  private static final Set<String> RESULTS =
      Set.of("authorization", "x-ca-signature", "x-ca-signature-headers");

  static List<Habit> all() {
    try (InputStream in = Habit.class.getResourceAsStream("/vendors/habits.json")) {
      return List.of(new ObjectMapper().readValue(in, Habit[].class));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The published cases, in the order of the row. */
  List<JsonNode> cases(Path vectors) throws IOException {
    JsonNode all = new ObjectMapper().readTree(vectors.resolve(file).toFile());
    return rows.stream().map(id -> named(all, id)).toList();
  }

  private static JsonNode named(JsonNode all, String id) {
    return StreamSupport.stream(all.spliterator(), false)
        .filter(one -> one.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no published case " + id));
  }

  /** What the signer is asked to sign: the case without its results. No case signs a host. */
  static Errand errand(JsonNode published) {
    String query = published.path("query").asText();
    String target = published.path("path").asText() + (query.isEmpty() ? "" : "?" + query);
    RawRequest raw =
        RawRequest.of(published.path("method").asText(), target)
            .body(published.path("body").asText().getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, JsonNode> header : published.path("headers").properties()) {
      boolean result = RESULTS.stream().anyMatch(header.getKey()::equalsIgnoreCase);
      raw = result ? raw : raw.add(header.getKey(), header.getValue().asText());
    }
    Application application =
        new Application(
            "", "", published.path("key").asText(), published.path("secret").asText(), "");
    Map<String, Object> options =
        Map.of(
            "withoutHost", true,
            "region", published.path("region").asText(),
            "service", published.path("service").asText());
    VendorRequest request = new VendorRequest(raw, List.of(), Optional.empty());
    return new Errand(request, 80, application, options);
  }

  static String signature(JsonNode published) {
    for (Map.Entry<String, JsonNode> header : published.path("headers").properties()) {
      if (header.getKey().equalsIgnoreCase("authorization")
          || header.getKey().equalsIgnoreCase("x-ca-signature")) {
        return header.getValue().asText();
      }
    }
    throw new AssertionError("no signature in " + published);
  }

  static String signature(RawRequest signed) {
    return signed.header("Authorization").or(() -> signed.header("X-Ca-Signature")).orElseThrow();
  }

  @Override
  public String toString() {
    return client + ": " + standsFor;
  }
}
