package dev.countersign.persistence.management;

/**
 * An API that an application is granted, by itself or with its group. Immutable.
 *
 * @param state at the time of the question
 */
public record Permission(ApiDetails api, GrantDetails grant, State state) {

  /** Whether the grant holds. */
  public enum State {
    /** It does. */
    VALID,
    /** It begins later. */
    NOT_YET,
    /** It is over. */
    EXPIRED
  }
}
