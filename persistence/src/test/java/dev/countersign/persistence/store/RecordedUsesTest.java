package dev.countersign.persistence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.countersign.filter.access.Decision;
import dev.countersign.filter.access.Reason;
import dev.countersign.filter.access.Verdict;
import dev.countersign.persistence.StoreFixture;
import dev.countersign.persistence.TestDatabases;
import dev.countersign.persistence.management.AccountDetails;
import dev.countersign.persistence.management.Actor;
import dev.countersign.persistence.management.ExpectedVersion;
import dev.countersign.persistence.management.Management;
import dev.countersign.persistence.management.NewApplication;
import dev.countersign.persistence.management.SecretDetails;
import dev.countersign.testing.Eventually;
import dev.countersign.testing.Overlapping;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordedUsesTest {

  private static final Actor.Operator OPERATOR = new Actor.Operator("olga");

  /** The verdict does not matter: the signature was good. */
  private static Decision proved(String applicationId, int slot, Instant at) {
    Verdict.Rejected verdict = new Verdict.Rejected(Reason.NOT_GRANTED, "no grant", null);
    return new Decision("request-1", at, "GET", "/orders", applicationId, verdict, slot);
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource
  void signatureUnderOneSecret_isNotedThereOnly(TestDatabases.Product product) {
    try (StoreFixture fixture = StoreFixture.on(product)) {
      Management management = Management.of(fixture.stores());
      AccountDetails account = management.accounts().findByName(OPERATOR, "default");
      String id =
          management
              .applications()
              .create(OPERATOR, NewApplication.of(account.id(), "shop"))
              .application()
              .id();
      management.secrets().rotate(OPERATOR, id, Duration.ofHours(1), ExpectedVersion.ANY);
      Instant later = Instant.parse("2099-01-01T00:00:00Z");
      fixture.stores().decisions().decided(proved(id, 0, later));
      fixture.stores().decisions().decided(proved(id, 1, later));
      fixture.stores().decisions().decided(proved(id, 1, later.plusSeconds(30)));
      Eventually.within(
          Duration.ofSeconds(20),
          "the use of the former secret",
          () -> lastUsed(management, id, true) != null);
      assertEquals(later, lastUsed(management, id, true));
      assertNull(lastUsed(management, id, false));

      fixture.stores().decisions().decided(proved(id, 1, later.plus(2, ChronoUnit.MINUTES)));
      Eventually.within(
          Duration.ofSeconds(20),
          "a later use",
          () -> later.plusSeconds(120).equals(lastUsed(management, id, true)));
    }
  }

  /** Of the secret that ends, or of the one that does not. */
  private static @Nullable Instant lastUsed(Management management, String id, boolean former) {
    return management.secrets().list(OPERATOR, id).stream()
        .filter(secret -> (secret.validUntil() != null) == former)
        .map(SecretDetails::lastUsedAt)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
