package dev.countersign.sample.seed;

import dev.countersign.persistence.management.Actor;
import dev.countersign.persistence.management.ApiDetails;
import dev.countersign.persistence.management.ApiGroupDetails;
import dev.countersign.persistence.management.ChangeConflictException;
import dev.countersign.persistence.management.ExpectedVersion;
import dev.countersign.persistence.management.GrantDetails;
import dev.countersign.persistence.management.GrantTarget;
import dev.countersign.persistence.management.GrantTerms;
import dev.countersign.persistence.management.Management;
import dev.countersign.persistence.management.NewApi;
import dev.countersign.persistence.management.NewApiGroup;
import dev.countersign.persistence.management.NewGrant;
import dev.countersign.persistence.management.Paging;
import dev.countersign.persistence.management.UnknownObjectException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Accounts, groups, APIs and grants, made where they are not there yet. Not thread-safe. */
final class Catalogue {

  private final Management management;
  private final Actor.Operator operator;
  private final Map<String, String> groupIds = new HashMap<>();
  private final Map<String, String> apiIds = new HashMap<>();

  Catalogue(Management management, Actor.Operator operator) {
    this.management = management;
    this.operator = operator;
  }

  /** Its id. */
  String account(String name) {
    try {
      return management.accounts().findByName(operator, name).id();
    } catch (UnknownObjectException notYet) {
      return management.accounts().create(operator, name).id();
    }
  }

  void define(List<SeedPlan.Api> apis) {
    String shop = account(SeedPlan.SHOP);
    for (ApiGroupDetails group :
        management.apiGroups().list(operator, shop, Paging.first()).items()) {
      groupIds.put(group.name(), group.id());
      for (ApiDetails api : management.apis().list(operator, group.id(), Paging.first()).items()) {
        apiIds.put(api.method() + " " + api.template(), api.id());
      }
    }
    for (SeedPlan.Api api : apis) {
      String group = groupIds.computeIfAbsent(api.group(), name -> newGroup(shop, name));
      apiIds.computeIfAbsent(
          api.operation(),
          operation ->
              management
                  .apis()
                  .define(operator, NewApi.of(group, api.method(), api.template()))
                  .id());
    }
  }

  private String newGroup(String account, String name) {
    return management.apiGroups().define(operator, new NewApiGroup(account, name, "")).id();
  }

  void grant(String applicationId, SeedPlan.Grant planned, Instant now) {
    NewGrant wanted =
        NewGrant.of(applicationId, target(planned), planned.environment())
            .on(GrantTerms.UNLIMITED.withRoles(planned.roles()));
    try {
      GrantDetails made = management.grants().grant(operator, wanted);
      management.grants().change(operator, made.id(), terms(planned, now), ExpectedVersion.ANY);
    } catch (ChangeConflictException alreadyGranted) {
      return;
    }
  }

  /** An end in the past can be set on a grant that is there, and not on a new one. */
  private static GrantTerms terms(SeedPlan.Grant planned, Instant now) {
    return GrantTerms.UNLIMITED
        .withRoles(planned.roles())
        .from(planned.from() == null ? null : now.plus(planned.from()))
        .until(planned.until() == null ? null : now.plus(planned.until()));
  }

  private GrantTarget target(SeedPlan.Grant planned) {
    return planned.operation() == null
        ? new GrantTarget.WholeGroup(Objects.requireNonNull(groupIds.get(planned.group())))
        : new GrantTarget.OneApi(Objects.requireNonNull(apiIds.get(planned.operation())));
  }
}
