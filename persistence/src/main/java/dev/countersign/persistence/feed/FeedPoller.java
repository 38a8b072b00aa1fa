package dev.countersign.persistence.feed;

import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.background.Daemon;
import dev.countersign.persistence.data.Touched;
import dev.countersign.persistence.database.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/** Asks the feed again and again, and passes on what others changed. */
public final class FeedPoller implements AutoCloseable {

  private final ChangeReader reader;
  private final Consumer<Touched> listener;
  private final Freshness freshness;
  private final Daemon daemon;
  private Position position;
  private boolean interrupted;

  private FeedPoller(
      ChangeReader reader, Consumer<Touched> listener, Freshness freshness, Duration interval)
      throws SQLException {
    this.reader = reader;
    this.listener = listener;
    this.freshness = freshness;
    this.position = reader.newest();
    this.daemon = Daemon.start("countersign-change-feed", interval, this::poll);
  }

  /**
   * Starts where the feed stands now, so nothing may have been kept before.
   *
   * @param listener drops what was touched before it returns
   * @param freshness renewed with each poll
   * @param interval between two polls
   * @throws StoreUnavailableException if the feed cannot be read now
   */
  public static FeedPoller start(
      Database database, Consumer<Touched> listener, Freshness freshness, Duration interval) {
    try {
      return new FeedPoller(new ChangeReader(database), listener, freshness, interval);
    } catch (SQLException e) {
      throw new StoreUnavailableException("the change feed cannot be read", e);
    }
  }

  private void poll() {
    Freshness.Moment begun = freshness.now();
    try {
      Changes changes = reader.since(position);
      Touched touched = interrupted ? Touched.EVERYTHING : changes.touched();
      if (!touched.isEmpty()) {
        listener.accept(touched);
      }
      // Only now: a listener that fails hears the same again.
      position = changes.position();
      interrupted = false;
      freshness.renew(begun);
    } catch (SQLException | RuntimeException e) {
      // What answers next may be another server, to which the last commits never came.
      interrupted = true;
      throw new StoreUnavailableException("the change feed cannot be read", e);
    }
  }

  /** Ends the thread; what is kept runs out. */
  @Override
  public void close() {
    daemon.close();
  }
}
