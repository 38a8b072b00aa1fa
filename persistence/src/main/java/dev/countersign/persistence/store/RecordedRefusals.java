package dev.countersign.persistence.store;

import dev.countersign.filter.access.Decision;
import dev.countersign.filter.access.DecisionListener;
import dev.countersign.filter.access.Reason;
import dev.countersign.filter.access.Verdict;
import dev.countersign.persistence.background.Daemon;
import dev.countersign.persistence.database.Database;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Writes refused calls that present the app key of a known application into the history, behind the
 * request's back. An app key is no secret: a call whose signature is wrong may come from anybody.
 * Such calls have a queue and rows of their own, and fewer, so that they never displace what
 * applications themselves have done; and each application has a share of either, so that none
 * displaces the others. What is too much is counted and logged. Thread-safe.
 */
final class RecordedRefusals implements DecisionListener, AutoCloseable {

  /** Rows per second, of which calls of proved applications. */
  static final int PROVED_ROWS = 80;

  static final int PROVED_ROWS_OF_ONE = 10;

  /** Rows per second of calls that nothing proves. */
  static final int UNPROVED_ROWS = 20;

  static final int UNPROVED_ROWS_OF_ONE = 2;

  private static final int AT_ONCE = 100;
  private static final Duration CLOSING = Duration.ofSeconds(5);
  private static final System.Logger LOG = System.getLogger(RecordedRefusals.class.getName());

  private final RefusalQueue proved = new RefusalQueue(8_000, 1_000);
  private final RefusalQueue unproved = new RefusalQueue(2_000, 200);
  private final LongAdder lost = new LongAdder();
  private final Database database;
  private final Daemon daemon;

  RecordedRefusals(Database database) {
    this.database = database;
    this.daemon = Daemon.start("countersign-audit", Duration.ofSeconds(1), this::writeSome);
  }

  @Override
  public void decided(Decision decision) {
    if (decision.verdict() instanceof Verdict.Rejected rejected
        && decision.applicationId() != null) {
      RefusalQueue queue = rejected.reason() == Reason.SIGNATURE_INVALID ? unproved : proved;
      if (!queue.offer(Refusal.of(decision, rejected, decision.applicationId()))) {
        lost.increment();
      }
    }
  }

  private void writeSome() {
    List<Refusal> some = new ArrayList<>(proved.take(PROVED_ROWS, PROVED_ROWS_OF_ONE));
    some.addAll(unproved.take(UNPROVED_ROWS, UNPROVED_ROWS_OF_ONE));
    write(some);
    report();
  }

  private void report() {
    long missing = lost.sumThenReset();
    if (missing > 0) {
      LOG.log(Level.WARNING, "{0} refused calls are not in the history", missing);
    }
  }

  private boolean write(List<Refusal> some) {
    if (some.isEmpty()) {
      return true;
    }
    try {
      database.withConnection(connection -> Refusal.insert(connection, some, database.timeouts()));
      return true;
    } catch (SQLException | RuntimeException e) {
      lost.add(some.size());
      LOG.log(Level.DEBUG, "the history of refused calls could not be written", e);
      return false;
    }
  }

  /**
   * Ends the thread and writes what still waits, until the database fails or a time has passed;
   * logs how much is left.
   */
  @Override
  public void close() {
    daemon.close();
    long begun = System.nanoTime();
    boolean goOn = true;
    while (goOn && proved.size() + unproved.size() > 0) {
      RefusalQueue queue = proved.size() > 0 ? proved : unproved;
      goOn = write(queue.take(AT_ONCE, AT_ONCE)) && System.nanoTime() - begun < CLOSING.toNanos();
    }
    lost.add((long) proved.size() + unproved.size());
    report();
  }
}
