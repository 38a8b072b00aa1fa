package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.persistence.TestDatabases.Product;
import dev.countersign.persistence.data.AppSecretRow;
import dev.countersign.persistence.management.ChangeConflictException.Kind;
import dev.countersign.persistence.vault.SealedSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecretsTest {

  private static final ExpectedVersion ANY = ExpectedVersion.ANY;

  @ParameterizedTest
  @EnumSource
  void firstSecret_isWhatLiesSealed(Product product) {
    Site site = Site.on(product);
    IssuedSecret issued = site.application().secret();
    assertNull(issued.formerValidUntil());
    assertEquals(Set.of(issued.take()), live(site, issued.applicationId()));
  }

  @ParameterizedTest
  @EnumSource
  void secret_isTakenOnce(Product product) {
    IssuedSecret issued = Site.on(product).application().secret();
    assertEquals(43, issued.take().length());
    assertThrows(IllegalStateException.class, issued::take);
  }

  @ParameterizedTest
  @EnumSource
  void rotation_letsTheFormerServeUntilTheOverlapEnds(Product product) {
    Site site = Site.on(product);
    IssuedSecret first = site.application().secret();
    String id = first.applicationId();
    IssuedSecret second =
        site.management().secrets().rotate(site.asOwner(), id, Secrets.DEFAULT_OVERLAP, ANY);
    Instant end = Site.START.plus(Duration.ofHours(24));
    String former = first.take();
    String present = second.take();

    assertEquals(end, second.formerValidUntil());
    assertNotEquals(former, present);
    assertEquals(Set.of(former, present), live(site, id));
    site.pass(Secrets.DEFAULT_OVERLAP.minusMillis(1));
    assertEquals(2, site.management().secrets().list(site.asOwner(), id).size());
    site.pass(Duration.ofMillis(1));
    assertEquals(Set.of(present), live(site, id));
    assertEquals(1, site.management().secrets().list(site.asOwner(), id).size());
  }

  @ParameterizedTest
  @EnumSource
  void rotationWhileAnOverlapRuns_isAConflict(Product product) {
    Site site = Site.on(product);
    String id = site.application().application().id();
    Secrets secrets = site.management().secrets();
    secrets.rotate(site.asOwner(), id, Duration.ofHours(1), ANY);
    Set<String> before = live(site, id);
    ChangeConflictException conflict =
        assertThrows(
            ChangeConflictException.class,
            () -> secrets.rotate(site.asOwner(), id, Duration.ofHours(1), ANY));
    assertEquals(Kind.STATE, conflict.kind());
    assertEquals(before, live(site, id));
  }

  @ParameterizedTest
  @EnumSource
  void rotationAfterTheOverlap_reusesTheSlot(Product product) {
    Site site = Site.on(product);
    IssuedSecret first = site.application().secret();
    String id = first.applicationId();
    Secrets secrets = site.management().secrets();
    for (int round = 0; round < 4; round++) {
      String present = secrets.rotate(site.asOwner(), id, Duration.ofHours(1), ANY).take();
      site.pass(Duration.ofHours(1));
      assertEquals(Set.of(present), live(site, id));
    }
    assertEquals(2, rows(site, id).size());
  }

  @ParameterizedTest
  @EnumSource
  void reset_endsEverySecretAlsoDuringAnOverlap(Product product) {
    Site site = Site.on(product);
    String id = site.application().application().id();
    Secrets secrets = site.management().secrets();
    String once = secrets.reset(site.asOwner(), id, ANY).take();
    assertEquals(Set.of(once), live(site, id));
    secrets.rotate(site.asOwner(), id, Duration.ofHours(1), ANY);
    String atOnce = secrets.rotate(site.asOwner(), id, Duration.ZERO, ANY).take();
    assertEquals(Set.of(atOnce), live(site, id));
    assertEquals(1, rows(site, id).size());
    secrets.rotate(site.asOwner(), id, Duration.ofHours(1), ANY);
    assertEquals(2, rows(site, id).size());
  }

  @ParameterizedTest
  @EnumSource
  void endedOverlap_leavesThePresentSecretOnly(Product product) {
    Site site = Site.on(product);
    String id = site.application().application().id();
    Secrets secrets = site.management().secrets();
    assertEquals(Kind.STATE, endOverlapRefused(site, id).kind());
    String present = secrets.rotate(site.asOwner(), id, Duration.ofHours(1), ANY).take();
    secrets.endOverlap(site.asOwner(), id, ANY);
    assertEquals(Set.of(present), live(site, id));
    assertEquals(Kind.STATE, endOverlapRefused(site, id).kind());
    secrets.rotate(site.asOwner(), id, Duration.ofHours(1), ANY);
    site.pass(Duration.ofHours(1));
    assertEquals(Kind.STATE, endOverlapRefused(site, id).kind());
  }

  private static ChangeConflictException endOverlapRefused(Site site, String id) {
    return assertThrows(
        ChangeConflictException.class,
        () -> site.management().secrets().endOverlap(site.asOwner(), id, ANY));
  }

  @ParameterizedTest
  @EnumSource
  void secretChange_raisesTheVersionOfTheApplication(Product product) {
    Site site = Site.on(product);
    ApplicationDetails seen = site.application().application();
    ExpectedVersion version = ExpectedVersion.of(seen.version());
    Secrets secrets = site.management().secrets();
    secrets.rotate(site.asOwner(), seen.id(), Duration.ofHours(1), version);
    ApplicationDetails now = site.management().applications().find(site.asOwner(), seen.id());
    assertEquals(seen.version() + 1, now.version());
    ChangeConflictException conflict =
        assertThrows(
            ChangeConflictException.class, () -> secrets.reset(site.asOwner(), seen.id(), version));
    assertEquals(Kind.VERSION, conflict.kind());
  }

  @ParameterizedTest
  @EnumSource
  void overlapOutOfRange_isInvalid(Product product) {
    Site site = Site.on(product);
    String id = site.application().application().id();
    for (Duration wrong :
        List.of(
            Duration.ofMillis(-1),
            Secrets.MAX_OVERLAP.plusMillis(1),
            Duration.ofSeconds(Long.MAX_VALUE))) {
      assertThrows(
          InvalidArgumentException.class,
          () -> site.management().secrets().rotate(site.asOwner(), id, wrong, ANY));
    }
  }

  /** The texts of the live secrets, opened from their rows. */
  static Set<String> live(Site site, String applicationId) {
    return rows(site, applicationId).stream()
        .filter(row -> SecretSlots.isLive(row, site.now()))
        .map(row -> open(site, row))
        .collect(Collectors.toSet());
  }

  static List<AppSecretRow> rows(Site site, String applicationId) {
    return site.transactions().read(rows -> SecretSlots.of(rows, applicationId));
  }

  private static String open(Site site, AppSecretRow row) {
    return site.vault()
        .open(row.applicationId(), row.slot(), new SealedSecret(row.masterKeyId(), row.sealed()))
        .revealText();
  }
}
