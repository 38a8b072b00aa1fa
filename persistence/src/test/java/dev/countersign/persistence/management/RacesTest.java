package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.persistence.TestDatabases.Product;
import dev.countersign.persistence.data.AppSecretRow;
import dev.countersign.persistence.data.Ids;
import dev.countersign.persistence.management.ChangeConflictException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two at once: one is made, the other is told exactly why not. */
class RacesTest {

  private static final int ROUNDS = 10;

  @ParameterizedTest
  @EnumSource
  void twoRotations_leaveTwoSecretsAndOneConflict(Product product) throws Exception {
    Site site = Site.on(product);
    for (int round = 0; round < ROUNDS; round++) {
      String id = site.application().application().id();
      Callable<Object> rotation =
          () ->
              site.management()
                  .secrets()
                  .rotate(site.asOwner(), id, Duration.ofHours(1), ExpectedVersion.ANY);
      assertEquals(Kind.STATE, loser(rotation, rotation));
      List<AppSecretRow> secrets = SecretsTest.rows(site, id);
      assertEquals(2, secrets.size());
      assertEquals(1, secrets.stream().filter(secret -> secret.validUntil() == null).count());
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoEditsOfOneVersion_areOneEditAndOneConflict(Product product) throws Exception {
    Site site = Site.on(product);
    for (int round = 0; round < ROUNDS; round++) {
      ApplicationDetails seen = site.application().application();
      assertEquals(Kind.VERSION, loser(rename(site, seen, "one"), rename(site, seen, "two")));
    }
  }

  private static Callable<Object> rename(Site site, ApplicationDetails seen, String name) {
    return () ->
        site.management()
            .applications()
            .rename(site.asOwner(), seen.id(), name, ExpectedVersion.of(seen.version()));
  }

  @ParameterizedTest
  @EnumSource
  void twoGroupsOfOneName_areOneGroupAndOneConflict(Product product) throws Exception {
    Site site = Site.on(product);
    for (int round = 0; round < ROUNDS; round++) {
      NewApiGroup mine = new NewApiGroup(site.owner.id(), "g" + Ids.next(), "");
      NewApiGroup yours = new NewApiGroup(site.provider.id(), mine.name(), "");
      ApiGroups groups = site.management().apiGroups();
      Kind kind =
          loser(
              () -> groups.define(site.asOwner(), mine),
              () -> groups.define(site.asProvider(), yours));
      assertEquals(Kind.TAKEN, kind);
    }
  }

  @ParameterizedTest
  @EnumSource
  void deletionBesideAGrant_leavesNoGrant(Product product) throws Exception {
    Site site = Site.on(product);
    ApiGroupDetails group = site.group();
    GrantTarget target = new GrantTarget.WholeGroup(group.id());
    Management management = site.management();
    for (int round = 0; round < ROUNDS; round++) {
      String id = site.application().application().id();
      together(
          () -> management.grants().grant(site.asProvider(), NewGrant.of(id, target, "test")),
          () ->
              Call.done(
                  () -> management.applications().delete(site.asOwner(), id, ExpectedVersion.ANY)));
    }
    assertEquals(
        List.of(),
        management.grants().listByGroup(site.asProvider(), group.id(), Paging.first()).items());
  }

  /** The conflict of the one that was not made; the other one was. */
  private static Kind loser(Callable<Object> one, Callable<Object> two) throws Exception {
    List<Object> outcomes = together(one, two);
    List<ChangeConflictException> conflicts =
        outcomes.stream()
            .filter(ChangeConflictException.class::isInstance)
            .map(ChangeConflictException.class::cast)
            .toList();
    assertEquals(1, conflicts.size(), outcomes::toString);
    assertTrue(outcomes.stream().anyMatch(outcome -> !(outcome instanceof Throwable)));
    return conflicts.get(0).kind();
  }

  private static List<Object> together(Callable<Object> one, Callable<Object> two)
      throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Object> first = threads.submit(() -> after(barrier, one));
      Future<Object> second = threads.submit(() -> after(barrier, two));
      return List.of(outcome(first), outcome(second));
    } finally {
      threads.shutdownNow();
    }
  }

  private static Object after(CyclicBarrier barrier, Callable<Object> call) throws Exception {
    barrier.await(30, TimeUnit.SECONDS);
    return call.call();
  }

  private static Object outcome(Future<Object> call) throws Exception {
    try {
      return call.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }
}
