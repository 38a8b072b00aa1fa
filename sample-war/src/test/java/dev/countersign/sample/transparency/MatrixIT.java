package dev.countersign.sample.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

  private static final int MOST_IMPOSSIBLE_PERCENT = 3;
  private static final String BARE = "500\n{}\n";
  private static final int MOST_BARE = 2;
  private static final int SECONDS_OF_SILENCE = 3;
  private static final int PATIENCE_SECONDS = 30;

  private final Sites sites;
  private final String server;
  private final ImpossibleCells impossible = new ImpossibleCells();
  private final CellRows leftOut = new CellRows("left-out.csv");
  private final MatrixReport report = new MatrixReport();
  private final CellCalls calls;
  private final UnsteadyCells unsteady;

  /** What was answered without the filter, which does not depend on how the filter is set. */
  private final Map<String, String> withoutFilter = new ConcurrentHashMap<>();

  MatrixIT(Sites sites) {
    this.sites = sites;
    server = sites.server().name();
    calls = new CellCalls(sites, report);
    unsteady = new UnsteadyCells(calls, report);
  }

  @TestFactory
  Stream<DynamicTest> http1_servletSeesTheSame() {
    return tests(CellCalls.HTTP_1);
  }

  @TestFactory
  Stream<DynamicTest> h2c_servletSeesTheSame() {
    return tests(CellCalls.HTTP_2);
  }

  @Test
  void impossibleCells_areFew() {
    for (String protocol : List.of(CellCalls.HTTP_1, CellCalls.HTTP_2)) {
      List<Cell> cells = cells(protocol);
      long refused =
          cells.stream().filter(cell -> impossible.answers(server, cell).isPresent()).count();
      assertTrue(refused * 100 <= cells.size() * (long) MOST_IMPOSSIBLE_PERCENT, "" + refused);
    }
  }

  @AfterAll
  void writeReport() {
    report.write(server);
  }

  private Stream<DynamicTest> tests(String protocol) {
    return cells(protocol).stream()
        .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> check(cell)));
  }

  private List<Cell> cells(String protocol) {
    return Cell.all(protocol, Bodies.ofMatrix(sites.of(SiteKind.PLAIN)).keySet()).stream()
        .filter(cell -> !leftOut.name(server, cell))
        .toList();
  }

  private void check(Cell cell) {
    report.count(cell, "cells");
    Optional<String> withFilter = unsteady.with(server, cell);
    Optional<ImpossibleCells.Answers> answers = impossible.answers(server, cell);
    if (withFilter.isPresent()) {
      unsteady.check(cell, withFilter.get());
    } else if (answers.isPresent()) {
      checkImpossible(cell, answers.get());
    } else {
      assertEquals(without(cell), withFilter(cell));
      report.count(cell, "the same with the filter as without");
    }
  }

  /**
   * Asks once more where the server answers 500 by itself, with nothing in it, as Tomcat 10.1 has
   * done for one in many thousand asynchronous requests over HTTP/2: nothing is lost silently.
   */
  private String withFilter(Cell cell) {
    Site filtered = sites.of(cell.filtered());
    String seen = Seen.of(calls.answer(cell, cell.filtered()), filtered);
    if (!seen.equals(BARE) || without(cell).equals(BARE) || report.bare() == MOST_BARE) {
      return seen;
    }
    report.answeredBarely(cell, seen);
    return Seen.of(calls.answer(cell, cell.filtered()), filtered);
  }

  private String without(Cell cell) {
    Site plain = sites.of(cell.plain());
    return withoutFilter.computeIfAbsent(
        cell.plainName(), key -> Seen.of(calls.answer(cell, cell.plain()), plain));
  }

  /**
   * The server fails without the filter, with a status, silent, or by breaking off; unless it gives
   * the same for once, where that depends on which of its threads is faster.
   */
  private void checkImpossible(Cell cell, ImpossibleCells.Answers answers) {
    Outcome with = calls.once(cell, cell.filtered(), PATIENCE_SECONDS);
    assertEquals(answers.with(), with.word(), with::seen);
    boolean silent = answers.without().equals(Outcome.SILENCE);
    Outcome without =
        calls.once(cell, cell.plain(), silent ? SECONDS_OF_SILENCE : PATIENCE_SECONDS);
    if (without.seen().equals(with.seen())) {
      report.count(cell, "the same, for once, where impossible.csv says that the server fails");
      return;
    }
    assertEquals(answers.without(), without.word(), without::seen);
    report.count(cell, "impossible without the filter, as impossible.csv says");
  }
}
