package dev.countersign.persistence.management;

/**
 * On whose behalf a management call is made. Whoever builds one has authenticated the person or
 * program behind it; management trusts it. Immutable and thread-safe.
 */
public sealed interface Actor {

  /** Who it is, for the history; 1 to 100 characters. Partners read it on what it grants them. */
  String name();

  /** Whoever runs the installation: acts for every account. */
  record Operator(String name) implements Actor {

    /**
     * @throws InvalidArgumentException if the name is none
     */
    public Operator {
      Labels.actor(name);
    }
  }

  /**
   * Somebody who acts for one account: all that other accounts own is unknown to him.
   *
   * @param accountId the account
   */
  record AccountActor(String accountId, String name) implements Actor {

    /**
     * @throws InvalidArgumentException if the name or the id is none
     */
    public AccountActor {
      Labels.actor(name);
      if (!Lookup.isId(accountId)) {
        throw new InvalidArgumentException("an account id has 32 hex characters");
      }
    }
  }
}
