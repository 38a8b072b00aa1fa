package dev.countersign.persistence.management;

/**
 * Deployment stages, the same for all accounts; only an operator changes them. {@code release},
 * {@code prepub} and {@code test} exist from the start. All methods throw {@link
 * InvalidArgumentException} and {@link ManagementUnavailableException}; those that name one throw
 * {@link UnknownObjectException} where it is not there. Thread-safe.
 */
public interface Environments {

  /**
   * A new environment.
   *
   * @param name 1 to 64 of {@code [A-Za-z0-9_-]}
   * @throws ChangeConflictException if the name is taken
   */
  EnvironmentDetails create(Actor.Operator actor, String name, String description);

  /**
   * Describes it.
   *
   * @throws ChangeConflictException if the version is another
   */
  EnvironmentDetails describe(
      Actor.Operator actor, String environmentId, String description, ExpectedVersion expected);

  /**
   * Removes it.
   *
   * @throws ChangeConflictException while grants name it, or if the version is another
   */
  void delete(Actor.Operator actor, String environmentId, ExpectedVersion expected);

  /** The environment of this id. */
  EnvironmentDetails find(Actor actor, String environmentId);

  /** The environment of this name. */
  EnvironmentDetails findByName(Actor actor, String name);

  /** All environments, by name. */
  Page<EnvironmentDetails> list(Actor actor, Paging paging);
}
