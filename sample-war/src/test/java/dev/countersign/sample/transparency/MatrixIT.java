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
  private static final int SECONDS_OF_SILENCE = 3;

  /** How long an answer may take, at each attempt: servers forget requests now and then. */
  private static final List<Integer> SECONDS = List.of(3, 3, 3, 3, 10, 30, 30, 30);

  private static final int MOST_BROKEN = 120;

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
      long refused = cells.stream().filter(cell -> impossible(cell).isPresent()).count();
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
    return Cell.all(protocol, Bodies.ofMatrix(sites.of(SiteKind.PLAIN)).keySet());
  }

  private Optional<ImpossibleCells.Answers> impossible(Cell cell) {
    return impossible.answers(sites.server().name(), cell);
  }

  private void check(Cell cell) {
    report.count(cell, "cells");
    Site filtered = sites.of(cell.filtered());
    RawResponse with = send(cell, filtered, () -> filtered.signed(request(cell, filtered)));
    Optional<ImpossibleCells.Answers> answers = impossible(cell);
    if (answers.isPresent()) {
      assertEquals(answers.get().with(), "" + with.status(), with::toString);
      assertEquals(answers.get().without(), failure(cell));
      report.count(cell, "impossible without the filter, as impossible.csv says");
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

  /** The status without the filter, or that there is no answer. */
  private String failure(Cell cell) {
    Site plain = sites.of(cell.plain());
    return withoutFilter.computeIfAbsent(
        cell.toString().replace(cell.filtered().name(), cell.plain().name()),
        key -> {
          try {
            RawRequest request = request(cell, plain);
            return "" + send(cell, plain, request, SECONDS_OF_SILENCE).status();
          } catch (UncheckedIOException e) {
            return ImpossibleCells.NO_ANSWER;
          }
        });
  }

  private static RawRequest request(Cell cell, Site site) {
    return cell.request(Bodies.ofMatrix(site).get(cell.body()));
  }

  /** Once more where the server broke the connection, as Tomcat does with HTTP/2 now and then. */
  private RawResponse send(Cell cell, Site site, Supplier<RawRequest> request) {
    for (int attempt = 1; ; attempt++) {
      try {
        return send(cell, site, request.get(), SECONDS.get(attempt - 1));
      } catch (UncheckedIOException e) {
        report.broke(cell, e);
        if (attempt == SECONDS.size() || report.broken() > MOST_BROKEN) {
          throw e;
        }
      }
    }
  }

  private static RawResponse send(Cell cell, Site site, RawRequest request, int seconds) {
    return cell.protocol().equals(HTTP_2)
        ? new Http2Client(site.port()).send(request, seconds)
        : site.client().send(request, seconds);
  }
}
