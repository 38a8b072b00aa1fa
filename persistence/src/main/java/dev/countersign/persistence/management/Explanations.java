package dev.countersign.persistence.management;

/**
 * Why calls are let in or not. All methods throw {@link InvalidArgumentException}, {@link
 * ManagementUnavailableException}, and {@link UnknownObjectException} where an object is not there,
 * is deleted, or is not the actor's. Thread-safe.
 */
public interface Explanations {

  /**
   * Every API that an application of the actor is granted, with the grant that says so.
   *
   * @param environment name of the only environment wanted; empty for all
   */
  Page<Permission> permissions(
      Actor actor, String applicationId, String environment, Paging paging);

  /**
   * How a call would be decided now, for the owner of the application, who sees the groups that it
   * is granted anything of, and for a provider that granted it something, who sees his own groups.
   */
  CallExplanation call(Actor actor, CallQuestion question);

  /**
   * Why a call was refused. For the owner of the application; and for a provider who granted it
   * something, now or earlier, where method and path are those of an API of his: of what concerns
   * the application's secret he is told the code only.
   *
   * @param requestId the id that the caller was told
   */
  RefusedCall refusal(Actor actor, String requestId);
}
