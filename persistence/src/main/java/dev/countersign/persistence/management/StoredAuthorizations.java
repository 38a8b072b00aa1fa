package dev.countersign.persistence.management;

import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.GrantRow;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Grants in the database, seen as authorizations. */
final class StoredAuthorizations implements Authorizations {

  private static final String GRANTED =
      "SELECT p FROM ApplicationRow p WHERE EXISTS"
          + " (SELECT g.id FROM GrantRow g, ApiGroupRow o WHERE g.applicationId = p.id"
          + " AND o.id = g.groupId AND o.accountId = :account) ORDER BY p.name, p.id";

  private static final String BETWEEN = "p.id = :id AND o.accountId = :provider";

  private final Desk desk;
  private final GrantRevocation revocation;

  StoredAuthorizations(Desk desk, GrantRevocation revocation) {
    this.desk = desk;
    this.revocation = revocation;
  }

  @Override
  public Page<AuthorizationDetails> list(Actor actor, String providerId, Paging paging) {
    return desk.read(
        actor,
        (rows, lookup) -> {
          String provider = lookup.account(providerId).id();
          return Pages.of(
              rows.createQuery(GRANTED, ApplicationRow.class).setParameter("account", provider),
              paging,
              application -> details(rows, provider, application));
        });
  }

  @Override
  public AuthorizationDetails find(Actor actor, String providerId, String applicationId) {
    return desk.read(
        actor,
        (rows, lookup) -> {
          ApplicationRow application = lookup.applicationOfAnybody(applicationId);
          if (!lookup.isOwn(application.accountId()) && !lookup.isOwn(providerId)) {
            throw new UnknownObjectException(Lookup.APPLICATION);
          }
          return details(rows, providerId, application);
        });
  }

  @Override
  public AuthorizationDetails bind(Actor actor, Binding binding, GrantTerms terms) {
    return desk.change(
        actor,
        change -> {
          for (String groupId : groups(change, binding)) {
            NewGrant wanted = wanted(binding, groupId).on(terms);
            GrantRow row = GrantMaking.row(change, wanted);
            if (GrantMaking.equal(change, row).isEmpty()) {
              GrantMaking.make(change, row, terms);
            }
          }
          return details(change, binding);
        });
  }

  @Override
  public AuthorizationDetails unbind(Actor actor, Binding binding) {
    return desk.change(
        actor,
        change -> {
          for (String groupId : groups(change, binding)) {
            GrantRow row = GrantMaking.row(change, wanted(binding, groupId));
            GrantMaking.equal(change, row).ifPresent(held -> revocation.revoke(change, held));
          }
          return details(change, binding);
        });
  }

  /** All of them, if they are the provider's, and he the actor. */
  private static List<String> groups(Change change, Binding binding) {
    String provider = change.lookup().account(binding.providerId()).id();
    for (String groupId : binding.groupIds()) {
      if (!change.lookup().group(groupId).accountId().equals(provider)) {
        throw new UnknownObjectException(Lookup.GROUP);
      }
    }
    return binding.groupIds();
  }

  private static NewGrant wanted(Binding binding, String groupId) {
    return NewGrant.of(
        binding.applicationId(), new GrantTarget.WholeGroup(groupId), binding.environment());
  }

  private static AuthorizationDetails details(Change change, Binding binding) {
    ApplicationRow application = change.lookup().applicationOfAnybody(binding.applicationId());
    return details(change.rows(), binding.providerId(), application);
  }

  private static AuthorizationDetails details(
      EntityManager rows, String providerId, ApplicationRow application) {
    return new AuthorizationDetails(
        providerId,
        application.id(),
        application.name(),
        !application.accountId().equals(providerId),
        GrantReader.where(rows, BETWEEN, application.id())
            .setParameter("provider", providerId)
            .getResultStream()
            .map(GrantReader::details)
            .toList());
  }
}
