package dev.countersign.persistence.management;

/**
 * Grants as one record per application and provider, to which whole groups are bound and unbound;
 * they are the grants of {@link Grants}, seen from there. All methods throw {@link
 * InvalidArgumentException}, {@link ManagementUnavailableException}, and {@link
 * UnknownObjectException} where an object is not there, is deleted, or is not the actor's.
 * Thread-safe.
 */
public interface Authorizations {

  /** The applications that an account granted something, by name. */
  Page<AuthorizationDetails> list(Actor actor, String providerId, Paging paging);

  /**
   * All that the provider granted to the application, for the provider and for the owner of the
   * application.
   */
  AuthorizationDetails find(Actor actor, String providerId, String applicationId);

  /**
   * Grants each group as a whole, for the provider. Groups that are granted in this environment
   * already stay as they are, terms included.
   */
  AuthorizationDetails bind(Actor actor, Binding binding, GrantTerms terms);

  /**
   * Revokes the grants on these groups as a whole, for the provider; grants on single APIs stay,
   * and groups that are not granted are passed over.
   */
  AuthorizationDetails unbind(Actor actor, Binding binding);
}
