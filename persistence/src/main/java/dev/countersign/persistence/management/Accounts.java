package dev.countersign.persistence.management;

/**
 * Owners of applications and APIs; only an operator makes them. All methods throw {@link
 * InvalidArgumentException} and {@link ManagementUnavailableException}. Thread-safe.
 */
public interface Accounts {

  /** Name of the account that exists from the start. */
  String DEFAULT = "default";

  /**
   * A new account.
   *
   * @throws ChangeConflictException if the name is taken
   */
  AccountDetails create(Actor.Operator actor, String name);

  /**
   * Gives it another name.
   *
   * @throws UnknownObjectException if there is none
   * @throws ChangeConflictException if the name is taken, or the version is another
   */
  AccountDetails rename(
      Actor.Operator actor, String accountId, String name, ExpectedVersion expected);

  /**
   * The account; an account actor finds his own.
   *
   * @throws UnknownObjectException if there is none
   */
  AccountDetails find(Actor actor, String accountId);

  /**
   * The account of this name.
   *
   * @throws UnknownObjectException if there is none
   */
  AccountDetails findByName(Actor.Operator actor, String name);

  /** All accounts, by name. */
  Page<AccountDetails> list(Actor.Operator actor, Paging paging);
}
