package dev.countersign.sample.seed;

import dev.countersign.persistence.management.Actor;
import dev.countersign.persistence.management.ApplicationDetails;
import dev.countersign.persistence.management.ExpectedVersion;
import dev.countersign.persistence.management.GrantDetails;
import dev.countersign.persistence.management.IssuedSecret;
import dev.countersign.persistence.management.Management;
import dev.countersign.persistence.management.NewApplication;
import dev.countersign.persistence.management.Paging;
import dev.countersign.persistence.management.UnknownObjectException;
import dev.countersign.sample.seed.SeededApplication.SeededGrant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the plan through the management services, as an operator would. Whatever is there
 * already stays; only secrets are issued anew, since nobody can read them again.
 */
final class Seeder {

  private static final Actor.Operator OPERATOR = new Actor.Operator("sample-seed");

  private final Management management;
  private final InstantSource clock;
  private final Catalogue catalogue;

  Seeder(Management management, InstantSource clock) {
    this.management = management;
    this.clock = clock;
    this.catalogue = new Catalogue(management, OPERATOR);
  }

  /** Whether the store still has all of them. */
  boolean knows(List<SeededApplication> applications) {
    try {
      applications.forEach(
          application -> management.applications().find(OPERATOR, application.applicationId()));
      return true;
    } catch (UnknownObjectException e) {
      return false;
    }
  }

  List<SeededApplication> seed() {
    catalogue.define(SeedPlan.APIS);
    return SeedPlan.APPLICATIONS.stream().map(this::seed).toList();
  }

  private SeededApplication seed(SeedPlan.Application planned) {
    String account = catalogue.account(planned.account());
    IssuedSecret issued = issue(account, planned);
    String id = issued.applicationId();
    planned.grants().forEach(grant -> catalogue.grant(id, grant, clock.instant()));
    if (!planned.enabled()) {
      management.applications().disable(OPERATOR, id, ExpectedVersion.ANY);
    }
    return new SeededApplication(
        planned.name(),
        planned.account(),
        id,
        issued.appKey().value(),
        issued.take(),
        planned.environment(),
        planned.enabled(),
        grants(id));
  }

  private IssuedSecret issue(String account, SeedPlan.Application planned) {
    String name = planned.name();
    for (ApplicationDetails found :
        management.applications().list(OPERATOR, account, name, Paging.first()).items()) {
      if (found.name().equals(name)) {
        return management.secrets().reset(OPERATOR, found.id(), ExpectedVersion.ANY);
      }
    }
    NewApplication wanted = NewApplication.of(account, name).signingWith(planned.schemes());
    return management.applications().create(OPERATOR, wanted).secret();
  }

  private List<SeededGrant> grants(String applicationId) {
    return management
        .grants()
        .listByApplication(OPERATOR, applicationId, Paging.first())
        .items()
        .stream()
        .map(Seeder::shown)
        .toList();
  }

  private static SeededGrant shown(GrantDetails grant) {
    return new SeededGrant(
        grant.partner() ? "partner" : "direct",
        grant.environment(),
        Objects.requireNonNullElse(grant.operation(), grant.groupName() + " (whole group)"),
        grant.terms().roles(),
        text(grant.terms().notBefore()),
        text(grant.terms().expiresAt()));
  }

  private static String text(@Nullable Instant instant) {
    return instant == null ? "" : instant.toString();
  }
}
