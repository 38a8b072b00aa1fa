package dev.countersign.persistence.management;

import dev.countersign.persistence.TestDatabases.Product;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.Ids;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/** One object of every kind: applications of the owner, APIs of the provider, a grant between. */
final class Scene {

  final Site site;

  /** Enabled, one secret, holds {@link #grant}. */
  final ApplicationDetails application;

  /** Disabled, while an overlap runs, with schemes that it could change. */
  final ApplicationDetails resting;

  final ApiGroupDetails group;
  final ApiDetails api;
  final ApiGroupDetails unusedGroup;
  final ApiDetails unusedApi;
  final EnvironmentDetails environment;
  final GrantDetails grant;

  /** Granted as a whole to {@link #application}, in prepub. */
  final ApiGroupDetails boundGroup;

  final GrantDetails boundGrant;

  /** A call of {@link #application} on {@link #api} that was refused. */
  final String refusedRequest;

  private Scene(Site site) {
    this.site = site;
    this.application = site.application().application();
    this.resting = resting(site);
    this.group = site.group();
    this.api = site.api(group);
    this.unusedGroup = site.group();
    this.unusedApi =
        site.management().apis().define(site.asProvider(), NewApi.of(group.id(), "*", "/a/**"));
    this.environment =
        site.management().environments().create(Site.OPERATOR, "e" + Ids.next(), "stage");
    this.grant =
        site.management()
            .grants()
            .grant(
                site.asProvider(),
                NewGrant.of(application.id(), new GrantTarget.OneApi(api.id()), "test")
                    .on(GrantTerms.UNLIMITED.withRoles(Set.of("reader"))));
    this.boundGroup = site.group();
    this.boundGrant =
        site.management()
            .grants()
            .grant(
                site.asProvider(),
                NewGrant.of(
                    application.id(), new GrantTarget.WholeGroup(boundGroup.id()), "prepub"));
    this.refusedRequest = Refusals.write(site, application.id(), "not-granted", "/sample/orders/1");
    site.pass(Duration.ofSeconds(1));
    site.heard();
  }

  static Scene on(Product product) {
    return new Scene(Site.on(product));
  }

  static Scene at(Site site) {
    return new Scene(site);
  }

  private static ApplicationDetails resting(Site site) {
    String id = site.application().application().id();
    site.management()
        .secrets()
        .rotate(site.asOwner(), id, Secrets.DEFAULT_OVERLAP, ExpectedVersion.ANY);
    site.transactions()
        .change(
            unit -> {
              ApplicationRow row =
                  Objects.requireNonNull(unit.entities().find(ApplicationRow.class, id));
              row.acceptSchemes(Set.of("former"));
              return row;
            });
    return site.management().applications().disable(site.asOwner(), id, ExpectedVersion.ANY);
  }

  Actor asStranger() {
    AccountDetails stranger =
        site.management().accounts().create(Site.OPERATOR, "stranger " + Ids.next());
    return new Actor.AccountActor(stranger.id(), "sven");
  }
}
