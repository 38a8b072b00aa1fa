package dev.countersign.persistence.management;

import dev.countersign.filter.access.PathTemplate;

/**
 * An API that is to be. Immutable.
 *
 * @param groupId its one group
 * @param method a known HTTP method in upper case, or {@code *} for any
 * @param template as {@link PathTemplate} reads it, such as {@code /orders/{id}}; decoded, at most
 *     500 characters
 * @param description at most 2000 characters, maybe empty
 */
public record NewApi(String groupId, String method, String template, String description) {

  /**
   * @throws InvalidArgumentException if one of them breaks its rule
   */
  public NewApi {
    Methods.checkApi(method);
    Operations.template(template);
    Labels.description(description);
  }

  /** Not described. */
  public static NewApi of(String groupId, String method, String template) {
    return new NewApi(groupId, method, template, "");
  }
}
