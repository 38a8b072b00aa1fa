package dev.countersign.sample.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.SiteKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Cells to which the server without the filter gives one answer now and another then. Where the
 * file says {@link #GOOD}, the filter makes them steady: each of its answers is the good one, which
 * the server gives, too. Where it says {@link #SAME}, each of its answers is one that the server
 * gives, the good one among them if it gives that, and none tells of a part of a body.
 */
final class UnsteadyCells {

  static final String GOOD = "good";
  static final String SAME = "same";

  private static final int ANSWERS = 4;

  /** Without the filter it is one of the known ways to fail, and costs time each time. */
  private static final int SILENCE_WITHOUT_SECONDS = 2;

  /** With it, nothing but silence may be taken for silence, on a slow machine too. */
  private static final int SILENCE_WITH_SECONDS = 15;

  private final CellRows rows = new CellRows("unsteady.csv");
  private final CellCalls calls;
  private final MatrixReport report;

  /** By cell without the filter: it does not depend on how the filter is set. */
  private final Map<String, Gathered> without = new ConcurrentHashMap<>();

  private final Map<String, Set<Outcome>> failures = new ConcurrentHashMap<>();

  UnsteadyCells(CellCalls calls, MatrixReport report) {
    this.calls = calls;
    this.report = report;
  }

  /** What the filter makes of the cell, where it is one of these. */
  Optional<String> with(String server, Cell cell) {
    return rows.about(server, cell).map(said -> said.get(0));
  }

  void check(Cell cell, String expected) {
    Gathered with = gathered(cell, cell.filtered(), SILENCE_WITH_SECONDS);
    Gathered without =
        this.without.computeIfAbsent(
            cell.plainName(), key -> gathered(cell, cell.plain(), SILENCE_WITHOUT_SECONDS));
    with.until(() -> with.all().size() >= ANSWERS);
    if (expected.equals(GOOD)) {
      with.all().forEach(each -> assertTrue(each.isGood(cell), each::seen));
      requireEach(cell, with, without);
      report.count(cell, "unsteady without the filter, and always the good answer with it");
    } else {
      with.all()
          .forEach(each -> assertNotEquals(Outcome.Account.NOT_ALL, each.account(), each::seen));
      without.until(() -> without.all().size() >= ANSWERS);
      with.until(() -> with.hasGood(cell) || !without.hasGood(cell));
      requireEach(cell, with, without);
      assertEquals(without.hasGood(cell), with.hasGood(cell), () -> describe(with, without));
      report.count(cell, "unsteady, and each answer with the filter is one of those without");
    }
  }

  /** Everything that came with the filter comes without it, too, if one only asks often enough. */
  private void requireEach(Cell cell, Gathered with, Gathered without) {
    BooleanSupplier all =
        () -> with.all().stream().allMatch(each -> without.has(each) || isFailure(cell, each));
    without.until(all);
    assertTrue(all, () -> describe(with, without));
  }

  /**
   * How the server itself fails does not depend on the body. Whether it manages to write its page
   * then depends on which of its threads comes first.
   */
  private boolean isFailure(Cell cell, Outcome outcome) {
    return failures(cell, outcome).stream()
        .anyMatch(
            each ->
                each.seen().equals(outcome.seen())
                    || (outcome.isOfTheServer() && each.word().equals(outcome.word())));
  }

  /** A listener that is forgotten is so whatever it would have done. */
  private Set<Outcome> failures(Cell cell, Outcome outcome) {
    boolean silent = outcome.word().equals(Outcome.SILENCE);
    return failures.computeIfAbsent(
        (silent ? "any" : cell.handling()) + " " + cell.plain(),
        key -> ConcurrentHashMap.newKeySet());
  }

  private Gathered gathered(Cell cell, SiteKind kind, int seconds) {
    return new Gathered(
        () -> {
          Outcome outcome = calls.once(cell, kind, seconds);
          if (kind == cell.plain() && outcome.account() == Outcome.Account.NONE) {
            failures(cell, outcome).add(outcome);
          }
          report.count(cell, "unsteady cells asked at " + kind + ": " + describe(cell, outcome));
          return outcome;
        });
  }

  private static String describe(Cell cell, Outcome outcome) {
    if (outcome.isGood(cell)) {
      return "good";
    }
    return switch (outcome.account()) {
      case WHOLE -> outcome.word() + " for the whole body";
      case NOT_ALL -> outcome.word() + " for a part of the body";
      case NONE -> outcome.word();
    };
  }

  private static String describe(Gathered with, Gathered without) {
    return "with the filter: " + with.seen() + "\nwithout: " + without.seen();
  }
}
