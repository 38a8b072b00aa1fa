package dev.countersign.sample.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Http2Client;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every kind of body, read in every way, with everything that may happen to a request around the
 * reading: what the servlet sees is the same with the filter as without, byte for byte.
 */
@ExtendWith(Sites.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixIT {

  private static final String HTTP_1 = "HTTP/1.1";
  private static final String HTTP_2 = "h2c";
  private static final int MOST_IMPOSSIBLE_PERCENT = 3;
  private static final int MOST_ATTEMPTS = 3;
  private static final int MOST_BROKEN = 40;

  private final Sites sites;
  private final ImpossibleCells impossible = new ImpossibleCells();
  private final MatrixReport report = new MatrixReport();

  /** What was answered without the filter, which does not depend on how the filter is set. */
  private final Map<String, String> withoutFilter = new ConcurrentHashMap<>();

  MatrixIT(Sites sites) {
    this.sites = sites;
  }

  @TestFactory
  Stream<DynamicTest> http1_servletSeesTheSame() {
    return tests(HTTP_1);
  }

  @TestFactory
  Stream<DynamicTest> h2c_servletSeesTheSame() {
    return tests(HTTP_2);
  }

  @Test
  void impossibleCells_areFew() {
    for (String protocol : List.of(HTTP_1, HTTP_2)) {
      List<Cell> cells = cells(protocol);
      long refused = cells.stream().filter(cell -> refusal(cell).isPresent()).count();
      assertTrue(refused * 100 <= cells.size() * (long) MOST_IMPOSSIBLE_PERCENT, "" + refused);
    }
  }

  @AfterAll
  void writeReport() {
    report.write(sites.server().name());
  }

  private Stream<DynamicTest> tests(String protocol) {
    return cells(protocol).stream()
        .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> check(cell)));
  }

  private List<Cell> cells(String protocol) {
    return Cell.all(protocol, Bodies.ofMatrix(sites.of(SiteKind.PLAIN)).keySet()).stream()
        .filter(cell -> cell.isComparableOn(sites.server().name()))
        .toList();
  }

  private Optional<Integer> refusal(Cell cell) {
    return impossible.refusal(sites.server().name(), cell);
  }

  private void check(Cell cell) {
    report.count(cell, "cells");
    Site filtered = sites.of(cell.filtered());
    RawResponse with = send(cell, filtered, () -> filtered.signed(request(cell, filtered)));
    Optional<Integer> refusal = refusal(cell);
    if (refusal.isPresent()) {
      assertEquals(refusal.get(), with.status(), with::toString);
      report.count(cell, "impossible, and answered as impossible.csv says");
    } else {
      assertEquals(without(cell), Seen.of(with, filtered));
      report.count(cell, "the same with the filter as without");
    }
  }

  private String without(Cell cell) {
    Site plain = sites.of(cell.plain());
    return withoutFilter.computeIfAbsent(
        cell.toString().replace(cell.filtered().name(), cell.plain().name()),
        key -> Seen.of(send(cell, plain, () -> request(cell, plain)), plain));
  }

  private static RawRequest request(Cell cell, Site site) {
    return cell.request(Bodies.ofMatrix(site).get(cell.body()));
  }

  /** Once more where the server broke the connection, as Tomcat does with HTTP/2 now and then. */
  private RawResponse send(Cell cell, Site site, Supplier<RawRequest> request) {
    for (int attempt = 1; ; attempt++) {
      try {
        return cell.protocol().equals(HTTP_2)
            ? new Http2Client(site.port()).send(request.get())
            : site.send(request.get());
      } catch (UncheckedIOException e) {
        report.broke(cell, e);
        if (attempt == MOST_ATTEMPTS || report.broken() > MOST_BROKEN) {
          throw e;
        }
      }
    }
  }
}
