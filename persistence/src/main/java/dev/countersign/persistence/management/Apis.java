package dev.countersign.persistence.management;

import java.util.List;

/**
 * Protected operations, each of one group. All methods throw {@link InvalidArgumentException},
 * {@link ManagementUnavailableException}, and {@link UnknownObjectException} where the API or group
 * is not there or not the actor's. Those that take an expected version throw {@link
 * ChangeConflictException} if it is another. Thread-safe.
 */
public interface Apis {

  /**
   * A new API. It is served where a WAR binds its group to a prefix of its template.
   *
   * @throws ChangeConflictException if the group has one of this method whose template matches the
   *     same paths
   */
  ApiDetails define(Actor actor, NewApi wanted);

  /** Most APIs that are defined at once. */
  int MOST_AT_ONCE = 500;

  /**
   * What {@link #defineAll} would make.
   *
   * @param wanted at most {@value #MOST_AT_ONCE}, of this group
   */
  List<PlannedApi> plan(Actor actor, String groupId, List<NewApi> wanted);

  /**
   * Makes all that the group does not have yet, or nothing.
   *
   * @param wanted at most {@value #MOST_AT_ONCE}, of this group
   * @return what was there before and what was not, in the same order
   */
  List<PlannedApi> defineAll(Actor actor, String groupId, List<NewApi> wanted);

  /** Describes it. */
  ApiDetails describe(Actor actor, String apiId, String description, ExpectedVersion expected);

  /**
   * Removes it.
   *
   * @throws ChangeConflictException also while it is granted by itself
   */
  void remove(Actor actor, String apiId, ExpectedVersion expected);

  /** The API of this id. */
  ApiDetails find(Actor actor, String apiId);

  /** The APIs of a group, by template and method. */
  Page<ApiDetails> list(Actor actor, String groupId, Paging paging);
}
