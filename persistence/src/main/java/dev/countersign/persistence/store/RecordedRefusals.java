package dev.countersign.persistence.store;

import dev.countersign.filter.access.Decision;
import dev.countersign.filter.access.DecisionListener;
import dev.countersign.filter.access.Verdict;
import dev.countersign.persistence.background.Daemon;
import dev.countersign.persistence.database.Database;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Writes refused calls of known applications into the history, behind the request's back.
 * Strangers' calls are not written: they would let anybody fill the table. Both the queue and the
 * rows per second have a limit; what is too much is counted and logged. Thread-safe.
 */
final class RecordedRefusals implements DecisionListener, AutoCloseable {

  static final int QUEUE = 10_000;
  static final int ROWS_PER_SECOND = 100;

  private static final System.Logger LOG = System.getLogger(RecordedRefusals.class.getName());

  private final BlockingQueue<Refusal> queue = new ArrayBlockingQueue<>(QUEUE);
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
      boolean room = queue.offer(Refusal.of(decision, rejected, decision.applicationId()));
      if (!room) {
        lost.increment();
      }
    }
  }

  private void writeSome() {
    List<Refusal> some = new ArrayList<>(ROWS_PER_SECOND);
    queue.drainTo(some, ROWS_PER_SECOND);
    if (!some.isEmpty()) {
      write(some);
    }
    long missing = lost.sumThenReset();
    if (missing > 0) {
      LOG.log(Level.WARNING, "{0} refused calls are not in the history", missing);
    }
  }

  private void write(List<Refusal> some) {
    try {
      database.withConnection(connection -> Refusal.insert(connection, some, database.timeouts()));
    } catch (SQLException | RuntimeException e) {
      lost.add(some.size());
      LOG.log(Level.DEBUG, "the history of refused calls could not be written", e);
    }
  }

  /** Ends the thread and writes what still waits, as far as one try goes. */
  @Override
  public void close() {
    daemon.close();
    writeSome();
  }
}
