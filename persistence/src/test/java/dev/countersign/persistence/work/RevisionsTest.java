package dev.countersign.persistence.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.StoreFixture;
import dev.countersign.persistence.TestDatabases;
import dev.countersign.persistence.data.AccountRow;
import dev.countersign.persistence.data.ApplicationRow;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RevisionsTest {

  private static final System.Logger LOG = System.getLogger(RevisionsTest.class.getName());
  private static final int WRITERS = 8;
  private static final int CHANGES = 20;

  private static List<Long> revisions(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT DISTINCT revision FROM cs_change ORDER BY revision")) {
      List<Long> revisions = new ArrayList<>();
      while (rows.next()) {
        revisions.add(rows.getLong(1));
      }
      return revisions;
    }
  }

  private static List<Long> upTo(long newest) {
    return LongStream.rangeClosed(0, newest).boxed().toList();
  }

  @ParameterizedTest
  @EnumSource
  void manyWritersAtOnce_leaveNoGapForAnyReaderAtAnyTime(TestDatabases.Product product)
      throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try (StoreFixture fixture = StoreFixture.on(product);
        Connection reader = fixture.connect()) {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        done.add(
            writers.submit(
                () -> {
                  for (int change = 0; change < CHANGES; change++) {
                    fixture.application("key-" + writer + "-" + change);
                  }
                }));
      }
      while (!done.stream().allMatch(Future::isDone)) {
        List<Long> seen = revisions(reader);
        assertEquals(upTo(seen.size() - 1L), seen);
      }
      for (Future<?> each : done) {
        each.get();
      }
      assertEquals(upTo((long) WRITERS * CHANGES), revisions(reader));
    } finally {
      writers.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource
  void changesThatTouchNothingKept_writeNoRevision(TestDatabases.Product product)
      throws SQLException {
    try (StoreFixture fixture = StoreFixture.on(product);
        Connection reader = fixture.connect()) {
      StoreFixture.change(fixture.stores(), unit -> unit.add(new AccountRow("acme", unit.now())));
      assertEquals(upTo(0), revisions(reader));
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoThatLockEachOthersRows_bothSucceedInTheEnd(TestDatabases.Product product)
      throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try (StoreFixture fixture = StoreFixture.on(product)) {
      String one = fixture.application("one-key");
      String two = fixture.application("two-key");
      CyclicBarrier barrier = new CyclicBarrier(2);
      Future<?> there = both.submit(() -> disable(fixture, one, two, barrier));
      Future<?> back = both.submit(() -> disable(fixture, two, one, barrier));
      there.get();
      back.get();
      for (String id : List.of(one, two)) {
        ApplicationRow row =
            fixture
                .stores()
                .foundation()
                .transactions()
                .read(rows -> rows.find(ApplicationRow.class, id));
        assertEquals(3, row.version());
      }
    } finally {
      both.shutdownNow();
    }
  }

  /** Both hold their first row before either asks for its second, in the first attempt. */
  private static void disable(
      StoreFixture fixture, String first, String second, CyclicBarrier barrier) {
    boolean[] met = new boolean[1];
    StoreFixture.change(
        fixture.stores(),
        unit -> {
          describe(unit, first);
          if (!met[0]) {
            met[0] = true;
            meet(barrier);
          }
          describe(unit, second);
          unit.touchApplication(first);
          return first;
        });
  }

  private static void describe(UnitOfWork unit, String id) {
    ApplicationRow row = unit.entities().find(ApplicationRow.class, id);
    row.describe(row.description() + "x");
    unit.entities().flush();
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void feedLockedByAStranger_isUnavailableWithinStoreTimeout(TestDatabases.Product product)
      throws SQLException {
    try (StoreFixture fixture = StoreFixture.on(product.empty(), Map.of("storeTimeout", "4s"));
        Connection stranger = fixture.connect();
        Statement statement = stranger.createStatement()) {
      stranger.setAutoCommit(false);
      statement.execute("UPDATE cs_revision SET revision = revision");
      long begun = System.nanoTime();
      assertThrows(StoreUnavailableException.class, () -> fixture.application("shop-key"));
      Duration taken = Duration.ofNanos(System.nanoTime() - begun);
      LOG.log(Level.INFO, "refused with a storeTimeout of 4 s after {0}", taken);
      assertTrue(taken.toSeconds() < 20, "took " + taken);
      stranger.rollback();
      fixture.application("shop-key");
      assertEquals(upTo(1), revisions(stranger));
    }
  }
}
