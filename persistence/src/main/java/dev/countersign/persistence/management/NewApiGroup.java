package dev.countersign.persistence.management;

/**
 * A group that is to be. Immutable.
 *
 * @param accountId who provides it
 * @param name what WARs bind: 1 to 64 of {@code [A-Za-z0-9_-]}, unique in the whole database
 * @param description at most 2000 characters, maybe empty
 */
public record NewApiGroup(String accountId, String name, String description) {

  /**
   * @throws InvalidArgumentException if one of them breaks its rule
   */
  public NewApiGroup {
    Labels.identifier("the name of an API group", name);
    Labels.description(description);
  }
}
