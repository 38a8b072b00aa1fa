package dev.countersign.sample.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** What the sample was seeded with, secrets included: they open nothing but this sample. */
record SeededList(Path file, JsonNode applications) {

  static SeededList of(Path file) throws IOException {
    return new SeededList(file, new ObjectMapper().readTree(file.toFile()));
  }

  void print(PrintStream out) {
    out.println();
    out.println(
        "Seeded applications (a sample's secrets; a real one is shown once and never printed):");
    for (JsonNode application : applications) {
      out.println();
      out.printf(
          "  %-14s of the account %s%s%n",
          application.path("name").asText(),
          application.path("account").asText(),
          application.path("enabled").asBoolean() ? "" : ", disabled");
      out.println("    application id  " + application.path("applicationId").asText());
      out.println("    app key         " + application.path("appKey").asText());
      out.println("    secret          " + application.path("secret").asText());
      application
          .path("grants")
          .forEach(grant -> out.println("    grant           " + line(grant)));
    }
    out.println();
    out.println("The same as JSON: " + file);
  }

  private static String line(JsonNode grant) {
    StringBuilder text = new StringBuilder(grant.path("environment").asText());
    text.append(": ").append(grant.path("allows").asText());
    text.append(" (").append(grant.path("kind").asText()).append(')');
    if (!grant.path("notBefore").asText().isEmpty()) {
      text.append(", from ").append(grant.path("notBefore").asText());
    }
    if (!grant.path("expires").asText().isEmpty()) {
      text.append(", until ").append(grant.path("expires").asText());
    }
    return text.toString();
  }
}
