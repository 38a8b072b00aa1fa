package dev.countersign.sample.broken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Server;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.server.WarCopy;
import dev.countersign.sample.server.WebXml;
import dev.countersign.testing.HeardLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each server tells enough of a WAR to name what is wrong with the filter's place in it. */
@ExtendWith(Sites.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeploymentIT {

  private static final List<Integer> CLOSED = List.of(503, 503);
  private static final List<Integer> GUARDED = List.of(401, 200);
  private static final List<Integer> UNREACHED = List.of(200, 200);

  /**
   * A mistake in web.xml.
   *
   * @param what in words
   * @param change as with an editor
   * @param answers to an unsigned and a signed call
   * @param told in the log, after {@code LEVEL The access filter access }
   */
  private record Mistake(
      String what, UnaryOperator<WebXml> change, List<Integer> answers, String told) {}

  private static final List<Mistake> MISTAKES =
      List.of(
          new Mistake(
              "no dispatcher types on a part",
              xml -> xml.dispatches(),
              CLOSED,
              "is not mapped to ASYNC, ERROR, FORWARD, INCLUDE on /echo/*, and not all that can"
                  + " dispatch to it is behind the filter: console (/console/*)"),
          new Mistake(
              "no ERROR where the error page is",
              xml -> xml.dispatches("REQUEST", "FORWARD", "INCLUDE", "ASYNC"),
              CLOSED,
              "is not mapped to ERROR on /echo/*, where error pages are: /echo/via/error-page"),
          new Mistake(
              "no REQUEST",
              xml -> xml.dispatches("FORWARD", "INCLUDE", "ASYNC", "ERROR"),
              UNREACHED,
              "is not mapped to REQUEST on /echo/*: whoever calls these paths directly reaches"),
          new Mistake(
              "no mapping",
              xml -> xml.without("filter-mapping"),
              UNREACHED,
              "is mapped to nothing, so no request is verified."),
          new Mistake(
              "not async-supported",
              xml -> xml.without("async-supported"),
              GUARDED,
              "does not support asynchronous processing, and these servlets behind it do: echo (/echo/*)"),
          new Mistake(
              "another filter in front",
              xml -> xml.filter("cors", "dev.countersign.sample.inside.NeighbourFilter", true),
              GUARDED,
              "stands behind these filters on its own paths: cors (dev.countersign.sample.inside.NeighbourFilter)"),
          new Mistake(
              "a servlet without API",
              xml ->
                  xml.alsoMapped("filter-mapping", "access", "/reports/*")
                      .alsoMapped("servlet-mapping", "orders", "/reports/*"),
              GUARDED,
              "stands before servlets that no API of the groups echo, orders can reach: orders (/reports/*)"),
          new Mistake(
              "a bound group not mapped",
              xml -> xml.filterPattern("/echo/*"),
              CLOSED,
              "serves the API group orders below /orders, and is mapped to none of it"),
          new Mistake(
              "a bound group mapped in part",
              xml ->
                  xml.filterPattern("/echo/*").alsoMapped("filter-mapping", "access", "/orders/7"),
              GUARDED,
              "serves the API group orders below /orders, and is not mapped to all of it"),
          new Mistake(
              "two access filters on one path",
              xml -> xml.accessFilter("second", "/orders/old/*", Map.of("apis", "orders")),
              GUARDED,
              "shares paths with other access filters: second"));

  private final Server server;
  private BrokenSites sites;

  DeploymentIT(Sites sites) {
    server = sites.server();
  }

  @BeforeAll
  void seed() throws IOException {
    sites = BrokenSites.seeded(server, "deployment");
  }

  private Path copy(String name, UnaryOperator<WebXml> change) {
    Path war = sites.wars().copy(name, change);
    WarCopy.addClasses(war, "dev.countersign.sample.inside");
    return war;
  }

  @TestFactory
  Stream<DynamicTest> mistake_isNamedInTheLog_andClosesTheDoorWhereItIsUnsafe() {
    return MISTAKES.stream()
        .map(mistake -> DynamicTest.dynamicTest(mistake.what(), () -> assertTold(mistake)));
  }

  private void assertTold(Mistake mistake) {
    String name = "deploy-" + mistake.what().replaceAll("[^a-zA-Z]+", "-");
    String level = mistake.answers().equals(GUARDED) ? "WARNING" : "SEVERE";
    String told = level + " The access filter access " + mistake.told();
    sites.assertAnswers(
        mistake.answers(), name, copy(name, mistake.change()), line -> line.startsWith(told));
  }

  /** But for the one that it should name its hosts, which the sample cannot know. */
  @Test
  void sampleAsItIsBuilt_isToldNoWarning_andItsOpenServletsAreNamed() {
    Path war = copy("deploy-sample", UnaryOperator.identity());
    try (HeardLog log = HeardLog.ofLibrary()) {
      assertEquals(GUARDED, sites.answersOf("deploy-sample", war));
      List<String> warnings =
          log.warnings().stream().filter(line -> !line.contains("answers to any host")).toList();
      assertEquals(List.of(), warnings);
      assertTrue(
          log.text().contains("on paths that it is not mapped to: console (/console/*)"),
          log::text);
      assertTrue(!log.text().contains("is not mapped in web.xml as"), log::text);
    }
  }
}
