package dev.countersign.sample.vendors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawRequest.Field;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client in another language: one process, one line of JSON in and one out per request. */
final class ProcessClient implements VendorClient {

  private static final int PATIENCE_SECONDS = 60;

  /** Some commands compile the driver before they run it. */
  private static final int FIRST_PATIENCE_SECONDS = 180;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Writer to;
  private final BufferedReader from;
  private final Path complaints;
  private int id;

  ProcessClient(List<String> command, Path directory, Path complaints) throws IOException {
    this.complaints = complaints;
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    // Nothing of the machine may lead a client elsewhere, or give it keys of its own.
    builder.environment().keySet().removeIf(ProcessClient::misleads);
    process = builder.redirectError(complaints.toFile()).start();
    to = process.outputWriter(StandardCharsets.UTF_8);
    from = process.inputReader(StandardCharsets.UTF_8);
  }

  private static boolean misleads(String variable) {
    return variable.startsWith("AWS_") || variable.toLowerCase(Locale.ROOT).endsWith("_proxy");
  }

  @Override
  public Optional<RawRequest> sign(Errand errand) throws Exception {
    ObjectNode question = question(errand);
    to.write(JSON.writeValueAsString(question) + "\n");
    to.flush();
    JsonNode answer = JSON.readTree(line());
    if (answer.path("id").asInt() != id || answer.has("error")) {
      throw new IOException("the driver answers " + answer + " to " + question);
    }
    return answer.path("sent").asBoolean() ? Optional.empty() : Optional.of(signed(answer));
  }

  private ObjectNode question(Errand errand) {
    VendorRequest request = errand.request();
    ObjectNode all = JSON.createObjectNode();
    all.put("id", ++id).put("method", request.raw().method());
    all.put("scheme", "http").put("host", Errand.HOST).put("port", errand.port());
    all.put("path", request.path()).put("query", request.query());
    all.set("headers", pairs(request.raw().headers()));
    byte[] body = request.raw().body();
    all.put("body", body.length == 0 ? null : Base64.getEncoder().encodeToString(body));
    all.set("form", request.form().isEmpty() ? null : pairs(request.form()));
    all.put("appKey", errand.application().appKey());
    all.put("secret", errand.application().secret());
    all.put("date", request.date().map(Object::toString).orElse(null));
    all.set("options", JSON.valueToTree(errand.options()));
    return all;
  }

  private static JsonNode pairs(List<Field> fields) {
    return JSON.valueToTree(
        fields.stream().map(field -> List.of(field.name(), field.value())).toList());
  }

  private String line() throws Exception {
    try {
      int patience = id == 1 ? FIRST_PATIENCE_SECONDS : PATIENCE_SECONDS;
      String line = CompletableFuture.supplyAsync(this::nextLine).get(patience, TimeUnit.SECONDS);
      if (line != null) {
        return line;
      }
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException("the driver is silent: " + Files.readString(complaints), e);
    }
    throw new IOException("the driver has ended: " + Files.readString(complaints));
  }

  private String nextLine() {
    try {
      return from.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RawRequest signed(JsonNode answer) {
    JsonNode sign = answer.path("sign");
    RawRequest request =
        RawRequest.of(sign.path("method").asText(), sign.path("target").asText())
            .body(Base64.getDecoder().decode(sign.path("body").asText("")));
    for (JsonNode header : sign.path("headers")) {
      request = request.add(header.path(0).asText(), header.path(1).asText());
    }
    return request;
  }

  @Override
  public void close() {
    try {
      to.close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException | InterruptedException e) {
      process.destroyForcibly();
    }
  }
}
