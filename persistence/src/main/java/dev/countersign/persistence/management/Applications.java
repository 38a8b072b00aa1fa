package dev.countersign.persistence.management;

import java.util.Set;

/**
 * Calling programs, each owned by one account. Foreign ones are never listed. All methods throw
 * {@link InvalidArgumentException}, {@link ManagementUnavailableException}, and {@link
 * UnknownObjectException} where the application or account is not there, is deleted, or is not the
 * actor's. Those that take an expected version throw {@link ChangeConflictException} if it is
 * another. Thread-safe.
 */
public interface Applications {

  /** A new application, enabled, with an app key that was never used, and its first secret. */
  IssuedApplication create(Actor actor, NewApplication wanted);

  /** Gives it another name. */
  ApplicationDetails rename(
      Actor actor, String applicationId, String name, ExpectedVersion expected);

  /** Describes it. */
  ApplicationDetails describe(
      Actor actor, String applicationId, String description, ExpectedVersion expected);

  /** Lists the schemes that it may sign with; others are refused from now on. */
  ApplicationDetails acceptSchemes(
      Actor actor, String applicationId, Set<String> schemeIds, ExpectedVersion expected);

  /** Changes several things at once, or none. */
  ApplicationDetails change(
      Actor actor, String applicationId, ApplicationChange wanted, ExpectedVersion expected);

  /** Lets it call again. */
  ApplicationDetails enable(Actor actor, String applicationId, ExpectedVersion expected);

  /** Refuses its calls until it is enabled again. */
  ApplicationDetails disable(Actor actor, String applicationId, ExpectedVersion expected);

  /**
   * Ends it for good: its grants are revoked, its secrets erased, and its app key is never used
   * again.
   */
  void delete(Actor actor, String applicationId, ExpectedVersion expected);

  /** The application of exactly this id, for its owner. */
  ApplicationDetails find(Actor actor, String applicationId);

  /**
   * The applications of an account, by name.
   *
   * @param search part of the name in any case, or the exact app key or id; empty for all
   */
  Page<ApplicationDetails> list(Actor actor, String accountId, String search, Paging paging);

  /** The same among the applications of all accounts. */
  Page<ApplicationDetails> search(Actor.Operator actor, String search, Paging paging);

  /**
   * The name of an application of anybody, for who was told its exact id: a provider sees it before
   * he grants as he does afterwards.
   */
  ApplicationLabel label(Actor actor, String applicationId);
}
