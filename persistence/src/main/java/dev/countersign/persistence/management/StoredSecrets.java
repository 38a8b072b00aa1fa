package dev.countersign.persistence.management;

import dev.countersign.persistence.data.AppSecretRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.management.ChangeConflictException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Secrets in the database, sealed. */
final class StoredSecrets implements Secrets {

  private final Desk desk;
  private final SecretSlots slots;
  private final InstantSource clock;

  StoredSecrets(Desk desk, SecretSlots slots, InstantSource clock) {
    this.desk = desk;
    this.slots = slots;
    this.clock = clock;
  }

  @Override
  public IssuedSecret reset(Actor actor, String applicationId, ExpectedVersion expected) {
    return edit(actor, applicationId, expected, "secret.reset", slots::replace);
  }

  @Override
  public IssuedSecret rotate(
      Actor actor, String applicationId, Duration overlap, ExpectedVersion expected) {
    if (overlap.isNegative() || overlap.compareTo(MAX_OVERLAP) > 0) {
      throw new InvalidArgumentException(
          "an overlap lasts from 0 seconds to " + MAX_OVERLAP.toDays() + " days");
    }
    if (overlap.toMillis() == 0) {
      return reset(actor, applicationId, expected);
    }
    return edit(
        actor,
        applicationId,
        expected,
        "secret.rotate",
        (change, row) -> {
          former(change, row).ifPresent(StoredSecrets::refuse);
          return slots.overlap(change, row, change.now().plusMillis(overlap.toMillis()));
        });
  }

  @Override
  public void endOverlap(Actor actor, String applicationId, ExpectedVersion expected) {
    edit(
        actor,
        applicationId,
        expected,
        "secret.end-overlap",
        (change, row) -> {
          AppSecretRow former =
              former(change, row)
                  .orElseThrow(() -> new ChangeConflictException(Kind.STATE, "no overlap runs"));
          change.unit().remove(former);
          return former.slot();
        });
  }

  private <T> T edit(
      Actor actor,
      String applicationId,
      ExpectedVersion expected,
      String action,
      BiFunction<Change, ApplicationRow, T> work) {
    return desk.change(
        actor,
        change -> {
          ApplicationRow row = change.lookup().lockedApplication(applicationId);
          expected.check(row.version());
          String before = summary(change, row);
          T result = work.apply(change, row);
          raiseVersion(change, row);
          change.unit().touchApplication(row.id());
          change.audit(Subject.ofSecrets(row), action, before, summary(change, row));
          return result;
        });
  }

  /**
   * By a statement: the provider forgets to force an increment once it has flushed something else.
   */
  private static void raiseVersion(Change change, ApplicationRow application) {
    change
        .rows()
        .createQuery("UPDATE ApplicationRow a SET a.version = a.version + 1 WHERE a.id = :id")
        .setParameter("id", application.id())
        .executeUpdate();
  }

  @Override
  public List<SecretDetails> list(Actor actor, String applicationId) {
    Instant now = clock.instant();
    return desk.read(
        actor,
        (rows, lookup) ->
            SecretSlots.of(rows, lookup.application(applicationId).id()).stream()
                .filter(secret -> SecretSlots.isLive(secret, now))
                .map(SecretDetails::of)
                .sorted(Comparator.comparing(SecretDetails::createdAt).reversed())
                .toList());
  }

  /** The secret that serves only for a while yet. */
  private static Optional<AppSecretRow> former(Change change, ApplicationRow application) {
    return SecretSlots.of(change.rows(), application.id()).stream()
        .filter(secret -> secret.validUntil() != null)
        .filter(secret -> SecretSlots.isLive(secret, change.now()))
        .findFirst();
  }

  private static void refuse(AppSecretRow former) {
    throw new ChangeConflictException(
        Kind.STATE,
        "the former secret still serves until "
            + former.validUntil()
            + ": end that overlap first, or rotate with an overlap of 0 seconds");
  }

  /** How many serve, and until when; nothing that is derived from a secret. */
  private static String summary(Change change, ApplicationRow application) {
    Summary summary = Summary.begin();
    SecretSlots.of(change.rows(), application.id()).stream()
        .filter(secret -> SecretSlots.isLive(secret, change.now()))
        .forEach(
            secret ->
                summary.with("issued", secret.createdAt()).with("validUntil", secret.validUntil()));
    return summary.end();
  }
}
