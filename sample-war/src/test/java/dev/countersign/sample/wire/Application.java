package dev.countersign.sample.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.testing.logs.Sensitive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One entry of the sample's {@code applications.json}. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Application(
    String name, String applicationId, String appKey, String secret, String environment) {

  public Application {
    Sensitive.known(appKey);
    Sensitive.known(applicationId);
    Sensitive.secret(secret);
  }

  public static List<Application> readAll(Path file) throws IOException {
    return List.of(new ObjectMapper().readValue(file.toFile(), Application[].class));
  }

  public static Application named(Path file, String name) throws IOException {
    return readAll(file).stream()
        .filter(application -> application.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no application " + name + " in " + file));
  }

  public Application withSecret(String other) {
    return new Application(name, applicationId, appKey, other, environment);
  }

  public Application withAppKey(String other) {
    return new Application(name, applicationId, other, secret, environment);
  }

  public Application in(String other) {
    return new Application(name, applicationId, appKey, secret, other);
  }
}
