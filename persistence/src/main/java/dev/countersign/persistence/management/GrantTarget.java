package dev.countersign.persistence.management;

/** What is granted. */
public sealed interface GrantTarget {

  /** One API. */
  record OneApi(String apiId) implements GrantTarget {}

  /** Every API of a group, those defined later too. */
  record WholeGroup(String groupId) implements GrantTarget {}
}
