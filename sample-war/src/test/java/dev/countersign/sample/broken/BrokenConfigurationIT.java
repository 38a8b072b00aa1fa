package dev.countersign.sample.broken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Directories;
import dev.countersign.sample.server.Server;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.server.WarCopy;
import dev.countersign.sample.server.WebXml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
          "countersign-console",
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

  private static final Map<String, UnaryOperator<WebXml>> CHANGES =
      Map.of(
          "unknown init-param", xml -> xml.initParam("enviroment", "release"),
          "wrong value of an init-param", xml -> xml.initParam("clockSkew", "soon"),
          "required init-param missing", xml -> xml.without("init-param").without("init-param"),
          "unknown scheme", xml -> xml.initParam("schemes", "countersign-0"),
          "unknown context-param", xml -> xml.contextParam("countersign.cachetime", "60s"),
          "wrong value of a context-param", xml -> xml.contextParam("countersign.schema", "maybe"),
          "unresolved reference",
              xml -> xml.contextParam("countersign.masterKey", "${env:COUNTERSIGN_NOT_SET}"),
          "master key that is none", xml -> xml.contextParam("countersign.masterKey", "secret"),
          "no store", xml -> xml.without("listener"),
          "database that is not there",
              xml -> xml.contextParam("countersign.jdbcUrl", "jdbc:nothing:at-all"));

  private final Path directory =
      Path.of(System.getProperty("it.directory"), "broken").toAbsolutePath();
  private final Server server;
  private BrokenWars wars;

  BrokenConfigurationIT(Sites sites) {
    server = sites.server();
  }

  @BeforeAll
  void seed() throws IOException {
    Directories.delete(directory);
    Path store = Files.createDirectories(directory.resolve("store"));
    BrokenWars seeding =
        new BrokenWars(Path.of(System.getProperty("sample.war")), store, directory);
    Site site = deployed("seed", seeding.copy("seed", UnaryOperator.identity()));
    assertEquals(List.of(401, 200), answers(site));
    server.undeploy("seed");
    WarCopy.copyAll(site.directory(), store);
    wars = seeding;
  }

  @Test
  void restoredStore_isInOrder() {
    assertEquals(List.of(401, 200), answersOf("good", wars.copy("good", xml -> xml)));
  }

  @TestFactory
  Stream<DynamicTest> brokenSetting_isUnavailable() {
    return CHANGES.entrySet().stream()
        .map(
            change ->
                DynamicTest.dynamicTest(
                    change.getKey(),
                    () -> {
                      String name = change.getKey().replaceAll("[^a-z]+", "-");
                      Path war = wars.copy(name, change.getValue());
                      assertEquals(List.of(503, 503), answersOf(name, war));
                    }));
  }

  @Test
  void anotherMasterKey_isUnavailable() throws IOException {
    Path war = wars.copy("other-key", UnaryOperator.identity());
    Files.delete(directory.resolve("other-key/home/master.key"));
    List<Integer> answers = answersOf("other-key", war);
    assertEquals(503, answers.get(1), answers::toString);
    assertTrue(answers.get(0) == 503 || answers.get(0) == 401, answers::toString);
  }

  @TestFactory
  Stream<DynamicTest> jarMissing_isUnavailableUnlessItIsNotNeeded() {
    return wars.jars().stream()
        .map(jar -> DynamicTest.dynamicTest(jar, () -> assertClosedWithout(jar)));
  }

  private void assertClosedWithout(String jar) {
    List<Integer> answers = answersOf("without", wars.without(jar));
    if (jar.startsWith("countersign-filter")) {
      // Without it there is no filter to answer: the server must not start the WAR.
      assertTrue(answers.stream().allMatch(status -> status >= 400), answers::toString);
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

  private List<Integer> answersOf(String name, Path war) {
    try {
      return answers(deployed(name, war));
    } finally {
      server.undeploy(name);
    }
  }

  private Site deployed(String name, Path war) {
    server.deploy(name, war);
    return new Site(server.port(), "/" + name, war.resolveSibling("home"));
  }

  /** The status of an unsigned call, and of one that is signed by a seeded application. */
  private static List<Integer> answers(Site site) {
    int unsigned = site.send(site.get("/echo/a")).status();
    int signed = site.send(site.signed(site.get("/echo/a"))).status();
    return List.of(unsigned, signed);
  }
}
