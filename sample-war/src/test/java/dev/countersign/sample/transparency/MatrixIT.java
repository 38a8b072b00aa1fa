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
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static final int PATIENCE_SECONDS = 30;
  private static final int MOST_ATTEMPTS = 3;
  private static final int MOST_BROKEN = 40;
  private static final int MOST_UNSTEADY = 24;

  private final Sites sites;
  private final ImpossibleCells impossible = new ImpossibleCells();
  private final CellRows unsteady = new CellRows("unsteady.csv");
  private final CellRows leftOut = new CellRows("left-out.csv");
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
    return Cell.all(protocol, Bodies.ofMatrix(sites.of(SiteKind.PLAIN)).keySet()).stream()
        .filter(cell -> !leftOut.name(sites.server().name(), cell))
        .toList();
  }

  private Optional<ImpossibleCells.Answers> impossible(Cell cell) {
    return impossible.answers(sites.server().name(), cell);
  }

  private void check(Cell cell) {
    report.count(cell, "cells");
    if (unsteady.name(sites.server().name(), cell)) {
      checkUnsteady(cell);
      return;
    }
    Site filtered = sites.of(cell.filtered());
    RawResponse with = send(cell, filtered, () -> filtered.signed(request(cell, filtered)));
    Optional<ImpossibleCells.Answers> answers = impossible(cell);
    if (answers.isPresent()) {
      assertEquals(answers.get().with(), "" + with.status(), with::toString);
      assertEquals(answers.get().without(), failure(cell, answers.get()));
      report.count(cell, "impossible without the filter, as impossible.csv says");
    } else {
      assertEquals(without(cell), Seen.of(with, filtered));
      report.count(cell, "the same with the filter as without");
    }
  }

  /** Asks until an answer with the filter is one of those that the server gives without it. */
  private void checkUnsteady(Cell cell) {
    Set<String> with = new LinkedHashSet<>();
    Set<String> without = new LinkedHashSet<>();
    for (int attempt = 1; Collections.disjoint(with, without); attempt++) {
      assertTrue(attempt <= MOST_UNSTEADY, () -> "without: " + without + "\nwith: " + with);
      // Most answers take no time, or never come; the last ones may take theirs.
      int seconds = attempt > MOST_UNSTEADY / 2 ? SECONDS_OF_SILENCE : 1;
      once(cell, cell.filtered(), seconds).ifPresent(with::add);
      once(cell, cell.plain(), seconds).ifPresent(without::add);
      report.count(cell, "attempts at cells of unsteady.csv");
    }
    report.count(cell, "the same with the filter as one of the answers without");
  }

  private Optional<String> once(Cell cell, SiteKind kind, int seconds) {
    Site site = sites.of(kind);
    RawRequest bare = request(cell, site);
    RawRequest request = kind == cell.filtered() ? site.signed(bare) : bare;
    try {
      return Optional.of(Seen.of(send(cell, site, request, seconds), site));
    } catch (UncheckedIOException e) {
      report.count(cell, "never answered at " + kind);
      return Optional.empty();
    }
  }

  private String without(Cell cell) {
    Site plain = sites.of(cell.plain());
    return withoutFilter.computeIfAbsent(
        cell.toString().replace(cell.filtered().name(), cell.plain().name()),
        key -> Seen.of(send(cell, plain, () -> request(cell, plain)), plain));
  }

  /** The status without the filter, or that there is no answer. */
  private String failure(Cell cell, ImpossibleCells.Answers expected) {
    Site plain = sites.of(cell.plain());
    return withoutFilter.computeIfAbsent(
        cell.toString().replace(cell.filtered().name(), cell.plain().name()),
        key -> {
          try {
            RawRequest request = request(cell, plain);
            boolean silent = expected.without().equals(ImpossibleCells.NO_ANSWER);
            int seconds = silent ? SECONDS_OF_SILENCE : PATIENCE_SECONDS;
            return "" + send(cell, plain, request, seconds).status();
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
        return send(cell, site, request.get(), PATIENCE_SECONDS);
      } catch (UncheckedIOException e) {
        report.broke(cell, e);
        if (attempt == MOST_ATTEMPTS || report.broken() > MOST_BROKEN) {
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
