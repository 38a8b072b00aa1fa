package dev.countersign.persistence.management;

import dev.countersign.persistence.data.AccountRow;
import dev.countersign.persistence.data.ApiGroupRow;
import dev.countersign.persistence.data.ApiRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.ApplicationState;
import dev.countersign.persistence.data.EnvironmentRow;
import dev.countersign.persistence.data.GrantRow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows for one actor. What is not his is not found: this is the only place that decides it,
 * and there is one answer for everything that is not found.
 */
final class Lookup {

  static final String ACCOUNT = "account";
  static final String APPLICATION = "application";
  static final String ENVIRONMENT = "environment";
  static final String GROUP = "API group";
  static final String API = "API";
  static final String GRANT = "grant";

  private static final int ID_LENGTH = 32;

  private final EntityManager rows;
  private final Actor actor;

  Lookup(EntityManager rows, Actor actor) {
    this.rows = rows;
    this.actor = actor;
  }

  /** Databases refuse some texts with an error, so what cannot be an id never reaches one. */
  static boolean isId(String text) {
    return text.length() == ID_LENGTH
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  AccountRow account(String id) {
    AccountRow row = find(AccountRow.class, id);
    if (row == null || !isOwn(row.id())) {
      throw new UnknownObjectException(ACCOUNT);
    }
    return row;
  }

  ApplicationRow application(String id) {
    ApplicationRow row = applicationOfAnybody(id);
    if (!isOwn(row.accountId())) {
      throw new UnknownObjectException(APPLICATION);
    }
    return row;
  }

  /**
   * The same, and nobody else changes it, its secrets or its grants until the end of this
   * transaction.
   */
  ApplicationRow lockedApplication(String id) {
    return locked(application(id));
  }

  /** An application of anybody, to be granted something; locked, so that it is not deleted now. */
  ApplicationRow lockedApplicationOfAnybody(String id) {
    return locked(applicationOfAnybody(id));
  }

  EnvironmentRow environment(String id) {
    EnvironmentRow row = find(EnvironmentRow.class, id);
    if (row == null) {
      throw new UnknownObjectException(ENVIRONMENT);
    }
    return row;
  }

  EnvironmentRow environmentNamed(String name) {
    Labels.identifier("the name of an environment", name);
    return rows.createQuery(
            "SELECT e FROM EnvironmentRow e WHERE e.name = :name", EnvironmentRow.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new UnknownObjectException(ENVIRONMENT));
  }

  ApiGroupRow group(String id) {
    ApiGroupRow row = find(ApiGroupRow.class, id);
    if (row == null || !isOwn(row.accountId())) {
      throw new UnknownObjectException(GROUP);
    }
    return row;
  }

  ApiRow api(String id) {
    ApiRow row = find(ApiRow.class, id);
    if (row == null || !isOwn(providerOf(row.groupId()))) {
      throw new UnknownObjectException(API);
    }
    return row;
  }

  /** A grant that the actor has made. */
  GrantRow madeGrant(String id) {
    GrantRow row = find(GrantRow.class, id);
    if (row == null || !isOwn(providerOf(row.groupId()))) {
      throw new UnknownObjectException(GRANT);
    }
    return row;
  }

  /** A grant that the actor has made, or that an application of his holds. */
  GrantRow visibleGrant(String id) {
    GrantRow row = find(GrantRow.class, id);
    if (row == null || !(isOwn(providerOf(row.groupId())) || isOwn(ownerOf(row.applicationId())))) {
      throw new UnknownObjectException(GRANT);
    }
    return row;
  }

  /** The account that the actor acts for; none for an operator. */
  Optional<String> accountOfActor() {
    return actor instanceof Actor.AccountActor account
        ? Optional.of(account.accountId())
        : Optional.empty();
  }

  /** Whether the account is the actor's, or he acts for all. */
  boolean isOwn(@Nullable String accountId) {
    if (actor instanceof Actor.AccountActor account) {
      return account.accountId().equals(accountId);
    }
    return accountId != null;
  }

  private @Nullable String providerOf(String groupId) {
    ApiGroupRow group = rows.find(ApiGroupRow.class, groupId);
    return group == null ? null : group.accountId();
  }

  private @Nullable String ownerOf(String applicationId) {
    ApplicationRow application = rows.find(ApplicationRow.class, applicationId);
    return application == null ? null : application.accountId();
  }

  private <R> @Nullable R find(Class<R> type, String id) {
    return isId(id) ? rows.find(type, id) : null;
  }

  /** An application of anybody, for who was told its exact id. */
  ApplicationRow applicationOfAnybody(String id) {
    ApplicationRow row = find(ApplicationRow.class, id);
    if (row == null) {
      throw new UnknownObjectException(APPLICATION);
    }
    return present(row);
  }

  private ApplicationRow locked(ApplicationRow row) {
    rows.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    return present(row);
  }

  private static ApplicationRow present(ApplicationRow row) {
    if (row.state() == ApplicationState.DELETED) {
      throw new UnknownObjectException(APPLICATION);
    }
    return row;
  }
}
