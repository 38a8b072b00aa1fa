package dev.countersign.sample.broken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Directories;
import dev.countersign.sample.server.Server;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.WarCopy;
import dev.countersign.testing.HeardLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Deploys WARs with something broken over a store that one in order has seeded. */
record BrokenSites(Server server, BrokenWars wars) {

  /** Seeds the store, by a WAR that is in order. */
  static BrokenSites seeded(Server server, String name) throws IOException {
    Path directory = Path.of(System.getProperty("it.directory"), name).toAbsolutePath();
    Directories.delete(directory);
    Path store = Files.createDirectories(directory.resolve("store"));
    Path war = Path.of(System.getProperty("sample.war"));
    BrokenSites seeding = new BrokenSites(server, new BrokenWars(war, store, directory));
    String seed = name + "-seed";
    Site site = seeding.deployed(seed, seeding.wars.copy(seed, UnaryOperator.identity()));
    assertEquals(List.of(401, 200), answers(site));
    server.undeploy(seed);
    WarCopy.copyAll(site.directory(), store);
    return seeding;
  }

  /** The status of an unsigned call, and of one that is signed by a seeded application. */
  List<Integer> answersOf(String name, Path war) {
    try {
      return answers(deployed(name, war));
    } finally {
      server.undeploy(name);
    }
  }

  /**
   * Holds what is answered, and that the log warns of why.
   *
   * @param told of a line of the log
   */
  void assertAnswers(List<Integer> expected, String name, Path war, Predicate<String> told) {
    try (HeardLog log = HeardLog.ofLibrary()) {
      assertEquals(expected, answersOf(name, war));
      assertTrue(log.warnings().stream().anyMatch(told), log::text);
    }
  }

  private Site deployed(String name, Path war) {
    server.deploy(name, war);
    return new Site(server.port(), "/" + name, war.resolveSibling("home"));
  }

  private static List<Integer> answers(Site site) {
    int unsigned = site.send(site.get("/echo/a")).status();
    int signed = site.send(site.signed(site.get("/echo/a"))).status();
    return List.of(unsigned, signed);
  }
}
