package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.server.Directories;
import dev.countersign.sample.server.Server;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.server.WarCopy;
import dev.countersign.sample.server.WebXml;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import dev.countersign.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two nodes over one database in a process of its own, which dies or is tampered with. */
@ExtendWith(Sites.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedDatabaseIT {

  private static final int NONCES = 40;
  private static final int COPIES = 8;

  private final Server server;
  private final Path directory =
      Path.of(System.getProperty("it.directory"), "shared-database").toAbsolutePath();
  private final List<Site> nodes = new ArrayList<>();
  private DatabaseProcess database;

  SharedDatabaseIT(Sites sites) {
    server = sites.server();
  }

  @BeforeAll
  void deploy() throws IOException {
    Path war = Path.of(System.getProperty("sample.war"));
    Directories.delete(directory);
    database = DatabaseProcess.start(directory.resolve("database"), war);
    Path home = Files.createDirectories(directory.resolve("home"));
    for (String name : List.of("node-one", "node-two")) {
      WebXml webXml =
          WebXml.of(war)
              .contextParam("sample.directory", home.toString())
              .contextParam("countersign.jdbcUrl", database.jdbcUrl());
      server.deploy(name, WarCopy.of(war, directory.resolve(name), webXml));
      nodes.add(new Site(server.port(), "/" + name, home));
    }
  }

  @AfterAll
  void close() {
    nodes.forEach(node -> server.undeploy(node.path().substring(1)));
    database.close();
  }

  private static RawRequest withNonce(Site node, String nonce) {
    return node.signed(node.get("/echo/a").add("X-App-Nonce", nonce));
  }

  @Test
  void nonceUsedOnOneNode_isReplayedOnTheOther() {
    String nonce = WireSigner.nonce();
    nodes.get(0).assertAdmitted(withNonce(nodes.get(0), nonce));
    nodes.get(1).assertRefused(401, "replayed", withNonce(nodes.get(1), nonce));
  }

  @Test
  void noncesSentManyTimesToBothNodesAtOnce_areAdmittedOnceEach() throws Exception {
    List<Callable<RawResponse>> calls = new ArrayList<>();
    for (int i = 0; i < NONCES; i++) {
      String nonce = WireSigner.nonce();
      for (int copy = 0; copy < COPIES; copy++) {
        Site node = nodes.get(copy % nodes.size());
        RawRequest request = withNonce(node, nonce);
        calls.add(() -> node.send(request));
      }
    }
    ExecutorService callers = Executors.newFixedThreadPool(COPIES);
    try {
      List<Integer> answers = new ArrayList<>();
      for (Future<RawResponse> answer : callers.invokeAll(calls, 120, TimeUnit.SECONDS)) {
        answers.add(answer.get().status());
      }
      assertEquals(NONCES, answers.stream().filter(status -> status == 200).count());
      assertEquals(NONCES * (COPIES - 1), answers.stream().filter(status -> status == 401).count());
    } finally {
      callers.shutdownNow();
    }
  }

  /** Emptied, replaced, or taken from the row of an application whose secret is known. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "shop-front   | X''",
        "partner-feed | CAST(RANDOM_UUID() AS VARBINARY)",
        "test-only    | (SELECT sealed FROM cs_app_secret WHERE application_id = '%s')"
      })
  void secretTamperedWithInTheDatabase_isUnavailable(String name, String sealed)
      throws IOException, InterruptedException {
    Site node = nodes.get(1);
    Application application = node.application(name);
    String another = sealed.formatted(node.application("echo").applicationId());
    database.changeRow(
        "UPDATE cs_app_secret SET sealed = %s WHERE application_id = '%s'"
            .formatted(another, application.applicationId()));
    node.assertRefused(503, "unavailable", WireSigner.sign(node.get("/echo/a"), application));
    node.assertRefused(
        503, "unavailable", WireSigner.sign(node.get("/echo/a"), application.withSecret("\0")));
  }

  @Test
  void databaseThatDied_isUnavailable_untilItIsBack() throws IOException {
    for (Site node : nodes) {
      long before = node.invocations();
      database.kill();
      for (int i = 0; i < 5; i++) {
        RawResponse answer = node.send(node.signed(node.get("/echo/a")));
        assertEquals("503 unavailable", answer.status() + " " + answer.code());
      }
      database.startAgain();
      Eventually.within(
          Duration.ofSeconds(60),
          "the node answers again",
          () -> node.send(node.signed(node.get("/echo/a"))).status() == 200);
      assertEquals(before + 2, node.invocations(), "what was refused did not reach the servlet");
    }
  }
}
