package dev.countersign.sample.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.sample.server.SampleUsers;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command line's one jar over the console of the sample, whose people log in by a form. */
@ExtendWith(Sites.Extension.class)
class CommandLineIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GRANTED =
      "{account: shop, grants: [{application: scripted, group: orders, environment: release}]}";

  @TempDir private Path folder;
  private final Site site;
  private final SampleUsers users;

  CommandLineIT(Sites sites) {
    this.site = sites.of(SiteKind.SAMPLE);
    this.users = sites.users();
  }

  @Test
  void script_makesAnApplicationThatCalls() throws IOException, InterruptedException {
    assertTrue(as("shop", "doctor").path("ok").asBoolean());
    Path secrets = folder.resolve("secret.jsonl");
    String[] create = {"application", "create", "--name", "scripted"};
    as("shop", with(create, "--secrets-file", secrets.toString()));
    Path wanted = Files.writeString(folder.resolve("wanted.yaml"), GRANTED);
    assertEquals(1, as("admin", "apply", wanted.toString(), "--yes").path("made").asInt());
    assertEquals(0, as("admin", "apply", wanted.toString()).path("changes").size());
    assertEquals(1, as("shop", "application", "grants", "scripted").path("items").size());

    JsonNode issued = JSON.readTree(secrets.toFile());
    String url = "http://" + site.host() + site.path() + "/orders/17";
    String[] sign = {"sign", "GET", url, "--environment", "release"};
    Map<String, String> environment =
        Map.of(
            "COUNTERSIGN_APP_KEY", issued.path("appKey").asText(),
            "COUNTERSIGN_SECRET", issued.path("secret").asText());
    RawRequest call = site.get("/orders/17");
    for (Map.Entry<String, JsonNode> header : run(environment, sign).path("headers").properties()) {
      call = call.add(header.getKey(), header.getValue().asText());
    }
    assertEquals(200, site.send(call).status());
    assertEquals("replayed", site.send(call).code());
  }

  private JsonNode as(String name, String... command) throws IOException, InterruptedException {
    String console = "http://" + site.host() + site.path() + "/console";
    Map<String, String> password = Map.of("COUNTERSIGN_PASSWORD", users.named(name).password());
    return run(password, with(command, "--server", console, "--user", name));
  }

  private static String[] with(String[] command, String... more) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private JsonNode run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Over before a second compiler would pay.
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of("-jar", System.getProperty("cli.jar")));
    command.addAll(List.of(with(arguments, "--json")));
    Path out = folder.resolve("out.json");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      assertTrue(process.waitFor(3, TimeUnit.MINUTES), "it does not end");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), Files.readString(err) + Files.readString(out));
    return JSON.readTree(out.toFile());
  }
}
