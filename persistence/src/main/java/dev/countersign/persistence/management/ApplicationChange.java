package dev.countersign.persistence.management;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of an application is to be another; {@code null} leaves it as it is. Immutable.
 *
 * @param name 1 to 200 characters
 * @param description at most 2000 characters
 * @param schemes ids of the schemes that it may sign with, at least one
 * @param enabled whether its calls are let in at all
 */
public record ApplicationChange(
    @Nullable String name,
    @Nullable String description,
    @Nullable Set<String> schemes,
    @Nullable Boolean enabled) {

  /**
   * @throws InvalidArgumentException if one of them breaks its rule
   */
  public ApplicationChange {
    if (name != null) {
      Labels.name(name);
    }
    if (description != null) {
      Labels.description(description);
    }
    if (schemes != null) {
      schemes = SchemeIds.checked(schemes);
    }
  }
}
