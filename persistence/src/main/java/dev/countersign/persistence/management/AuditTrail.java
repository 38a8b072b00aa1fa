package dev.countersign.persistence.management;

/**
 * The history of changes. Every change that was made has its lines, and no other. All methods throw
 * {@link ManagementUnavailableException}. Thread-safe.
 */
public interface AuditTrail {

  /** Changes of all accounts, the newest first. */
  Page<AuditLine> list(Actor.Operator actor, AuditFilter filter, Paging paging);

  /**
   * Changes of what the account owns, and of what others granted to its applications, the newest
   * first.
   *
   * @throws UnknownObjectException if there is no such account, or it is not the actor's
   */
  Page<AuditLine> listOfAccount(Actor actor, String accountId, AuditFilter filter, Paging paging);
}
