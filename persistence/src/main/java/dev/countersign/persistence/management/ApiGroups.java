package dev.countersign.persistence.management;

/**
 * Groups of APIs, each provided by one account. All methods throw {@link InvalidArgumentException},
 * {@link ManagementUnavailableException}, and {@link UnknownObjectException} where the group or
 * account is not there or not the actor's. Those that take an expected version throw {@link
 * ChangeConflictException} if it is another. Thread-safe.
 */
public interface ApiGroups {

  /**
   * A new, empty group. Its name stays with the account, also when the group is deleted.
   *
   * @throws ChangeConflictException if the name is taken, by whomever
   */
  ApiGroupDetails define(Actor actor, NewApiGroup wanted);

  /** Describes it. */
  ApiGroupDetails describe(
      Actor actor, String groupId, String description, ExpectedVersion expected);

  /**
   * Removes it.
   *
   * @throws ChangeConflictException also while it has APIs or is granted
   */
  void delete(Actor actor, String groupId, ExpectedVersion expected);

  /** The group of this id. */
  ApiGroupDetails find(Actor actor, String groupId);

  /** The groups of an account, by name. */
  Page<ApiGroupDetails> list(Actor actor, String accountId, Paging paging);

  /** The groups of all accounts, by name. */
  Page<ApiGroupDetails> listAll(Actor.Operator actor, Paging paging);
}
