package dev.countersign.sample.broken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Server;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.server.WebXml;
import dev.countersign.testing.HeardLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** With a broken configuration nobody gets in: neither unsigned, nor with a good signature. */
@ExtendWith(Sites.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenConfigurationIT {

  /** Beginnings of the names of jars that access control does without, on H2. */
  private static final Set<String> NOT_NEEDED =
      Set.of(
          "commons-csv-",
          "error_prone_annotations",
          "flyway-database-",
          "jackson-",
          "jspecify",
          "picocss__pico",
          "preact",
          "slf4j-jdk14",
          "snakeyaml");

  /** Likewise of jars that GlassFish has itself. */
  private static final Set<String> IN_GLASSFISH =
      Set.of("commons-codec", "jakarta.persistence-api", "org.eclipse.persistence.");

  /**
   * What is broken in web.xml, and what the log has to say.
   *
   * @param what in words
   * @param change as with an editor
   * @param taught part of the log
   */
  private record Broken(String what, UnaryOperator<WebXml> change, String taught) {}

  private static final List<Broken> SETTINGS =
      List.of(
          new Broken(
              "unknown init-param",
              xml -> xml.initParam("enviroment", "release"),
              "Unknown setting enviroment. Known settings: environment,"),
          new Broken(
              "wrong value of an init-param",
              xml -> xml.initParam("clockSkew", "soon"),
              "The setting clockSkew takes a duration"),
          new Broken(
              "required init-param missing",
              xml -> xml.without("init-param").without("init-param"),
              "The setting apis is missing. It takes"),
          new Broken(
              "unknown scheme",
              xml -> xml.initParam("schemes", "countersign-0"),
              "The setting schemes takes scheme ids"),
          new Broken(
              "unknown context-param",
              xml -> xml.contextParam("countersign.cachetime", "60s"),
              "Unknown context-param countersign.cachetime. Known: countersign.cacheTime,"),
          new Broken(
              "wrong value of a context-param",
              xml -> xml.contextParam("countersign.schema", "maybe"),
              "the setting schema has a wrong value; it takes migrate"),
          new Broken(
              "unresolved reference",
              xml -> xml.contextParam("countersign.masterKey", "${env:COUNTERSIGN_NOT_SET}"),
              "countersign.masterKey holds ${env:COUNTERSIGN_NOT_SET}, but the environment variable is not set"),
          new Broken(
              "master key that is none",
              xml -> xml.contextParam("countersign.masterKey", "secret"),
              "masterKey takes file:PATH, env:NAME or pkcs12:PATH"),
          new Broken(
              "master key that is not there",
              xml -> xml.contextParam("countersign.masterKey", "file:/no/such/master.key"),
              "masterKey names"),
          new Broken("no database", xml -> xml.without("listener"), "dataSource"),
          new Broken(
              "database, but no master key",
              xml ->
                  xml.without("listener").contextParam("countersign.jdbcUrl", "jdbc:h2:mem:broken"),
              "the setting masterKey is missing; it takes file:PATH"),
          new Broken(
              "database that is not there",
              xml -> xml.contextParam("countersign.jdbcUrl", "jdbc:nothing:at-all"),
              "jdbc"));

  private final Server server;
  private BrokenSites sites;

  BrokenConfigurationIT(Sites sites) {
    server = sites.server();
  }

  @BeforeAll
  void seed() throws IOException {
    sites = BrokenSites.seeded(server, "broken");
  }

  private Path copy(String name, UnaryOperator<WebXml> change) {
    return sites.wars().copy(name, change);
  }

  @Test
  void restoredStore_isInOrder() {
    assertEquals(List.of(401, 200), sites.answersOf("good", copy("good", xml -> xml)));
  }

  @TestFactory
  Stream<DynamicTest> brokenSetting_isUnavailable_andNamedInTheLog() {
    return SETTINGS.stream()
        .map(broken -> DynamicTest.dynamicTest(broken.what(), () -> assertClosed(broken)));
  }

  private void assertClosed(Broken broken) {
    String name = broken.what().replaceAll("[^a-z]+", "-");
    Path war = copy(name, broken.change());
    sites.assertAnswers(List.of(503, 503), name, war, line -> line.contains(broken.taught()));
  }

  @Test
  void anotherMasterKey_isUnavailable() throws IOException {
    Path war = copy("other-key", UnaryOperator.identity());
    Files.delete(war.resolveSibling("home").resolve("master.key"));
    try (HeardLog log = HeardLog.ofLibrary()) {
      List<Integer> answers = sites.answersOf("other-key", war);
      assertEquals(503, answers.get(1), answers::toString);
      assertTrue(answers.get(0) == 503 || answers.get(0) == 401, answers::toString);
      assertTrue(log.text().contains("masterKey is wrong"), log::text);
    }
  }

  @TestFactory
  Stream<DynamicTest> jarMissing_isUnavailableUnlessItIsNotNeeded() {
    return sites.wars().jars().stream()
        .map(jar -> DynamicTest.dynamicTest(jar, () -> assertClosedWithout(jar)));
  }

  private void assertClosedWithout(String jar) {
    List<Integer> answers = sites.answersOf("without", sites.wars().without(jar));
    boolean closed = answers.stream().allMatch(status -> status >= 400);
    if (jar.startsWith("countersign-filter")) {
      // There is no filter to answer: the server must not start the WAR.
      assertTrue(closed, answers::toString);
    } else if (jar.startsWith("countersign-console")) {
      // Its filter of the login pages is missing: GlassFish starts the WAR without that one.
      assertTrue(closed || answers.equals(List.of(401, 200)), answers::toString);
    } else if (Stream.concat(NOT_NEEDED.stream(), broughtByTheServer().stream())
        .anyMatch(jar::startsWith)) {
      assertTrue(answers.get(0) == 401 || answers.get(0) == 503, answers::toString);
    } else {
      assertEquals(List.of(503, 503), answers);
    }
  }

  private Set<String> broughtByTheServer() {
    return server.name().startsWith("GlassFish") ? IN_GLASSFISH : Set.of();
  }
}
