package dev.countersign.sample.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Http2Client;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every kind of body, read in every way, with everything that may happen to a request around the
 * reading: what the servlet sees is the same with the filter as without, byte for byte.
 */
@ExtendWith(Sites.Extension.class)
class MatrixIT {

  private static final int MOST_IMPOSSIBLE_PERCENT = 3;

  /** What was answered without the filter, which does not depend on how the filter is set. */
  private static final Map<String, String> withoutFilter = new ConcurrentHashMap<>();

  private final Sites sites;
  private final ImpossibleCells impossible = new ImpossibleCells();

  MatrixIT(Sites sites) {
    this.sites = sites;
  }

  @TestFactory
  Stream<DynamicTest> http1_servletSeesTheSame() {
    return tests("HTTP/1.1");
  }

  @TestFactory
  Stream<DynamicTest> h2c_servletSeesTheSame() {
    return tests("h2c");
  }

  @Test
  void impossibleCells_areFew() {
    for (String protocol : List.of("HTTP/1.1", "h2c")) {
      List<Cell> cells = cells(protocol);
      long refused = cells.stream().filter(cell -> refusal(cell).isPresent()).count();
      System.getLogger(MatrixIT.class.getName())
          .log(
              System.Logger.Level.INFO,
              sites.server().name()
                  + ", "
                  + protocol
                  + ": "
                  + cells.size()
                  + " cells, impossible "
                  + refused);
      assertTrue(refused * 100 <= cells.size() * (long) MOST_IMPOSSIBLE_PERCENT, "" + refused);
    }
  }

  private Stream<DynamicTest> tests(String protocol) {
    return cells(protocol).stream()
        .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> check(cell)));
  }

  private List<Cell> cells(String protocol) {
    return Cell.all(protocol, Bodies.ofMatrix(sites.of(SiteKind.PLAIN)).keySet());
  }

  private Optional<Integer> refusal(Cell cell) {
    return impossible.refusal(sites.server().name(), cell);
  }

  private void check(Cell cell) {
    Site filtered = sites.of(cell.filtered());
    RawResponse with = send(cell, filtered, filtered.signed(request(cell, filtered)));
    Optional<Integer> refusal = refusal(cell);
    if (refusal.isPresent()) {
      assertEquals(refusal.get(), with.status(), with::toString);
    } else {
      assertEquals(without(cell), Seen.of(with, filtered));
    }
  }

  private String without(Cell cell) {
    Site plain = sites.of(cell.plain());
    return withoutFilter.computeIfAbsent(
        cell.toString().replace(cell.filtered().name(), cell.plain().name()),
        key -> Seen.of(send(cell, plain, request(cell, plain)), plain));
  }

  private static RawRequest request(Cell cell, Site site) {
    return cell.request(Bodies.ofMatrix(site).get(cell.body()));
  }

  private static RawResponse send(Cell cell, Site site, RawRequest request) {
    return cell.protocol().equals("h2c")
        ? new Http2Client(site.port()).send(request)
        : site.send(request);
  }
}
