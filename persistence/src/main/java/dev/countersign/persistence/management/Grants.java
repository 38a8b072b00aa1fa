package dev.countersign.persistence.management;

/**
 * Permissions. The provider of an API decides; the owner of the application sees every grant that
 * it holds and cannot change it. All methods throw {@link ManagementUnavailableException}, and
 * {@link UnknownObjectException} where an object is not there, is deleted, or is not the actor's.
 * Those that take an expected version throw {@link ChangeConflictException} if it is another.
 * Thread-safe.
 */
public interface Grants {

  /**
   * Grants an API or group of the actor to an application of his own, or to one of a partner, which
   * he names by the exact id that its owner handed over.
   *
   * @throws InvalidArgumentException if it would have expired already
   * @throws ChangeConflictException if the application has been granted the same in this
   *     environment: change that grant
   */
  GrantDetails grant(Actor actor, NewGrant wanted);

  /** Replaces the terms. One that is to end now is better revoked, but may be given a past end. */
  GrantDetails change(Actor actor, String grantId, GrantTerms terms, ExpectedVersion expected);

  /** Ends it: the application is refused from now on. The history keeps it. */
  void revoke(Actor actor, String grantId, ExpectedVersion expected);

  /** The grant of this id, for its provider and for the owner of the application. */
  GrantDetails find(Actor actor, String grantId);

  /** All that an application of the actor holds, of every provider. */
  Page<GrantDetails> listByApplication(Actor actor, String applicationId, Paging paging);

  /** All that lets applications call this API of the actor, on its whole group too. */
  Page<GrantDetails> listByApi(Actor actor, String apiId, Paging paging);

  /** All on this group of the actor, and on single APIs of it. */
  Page<GrantDetails> listByGroup(Actor actor, String groupId, Paging paging);
}
