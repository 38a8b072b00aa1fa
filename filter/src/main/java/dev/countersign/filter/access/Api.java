package dev.countersign.filter.access;

/**
 * A protected operation. Immutable and thread-safe.
 *
 * @param id of the API
 * @param groupId id of its one group
 * @param group name of the group
 * @param method an HTTP method in upper case, or {@code *} for any
 * @param template of the paths it covers
 */
public record Api(String id, String groupId, String group, String method, PathTemplate template) {

  /** The method that stands for any. */
  public static final String ANY_METHOD = "*";

  /** Such as {@code GET /orders/{id}}. */
  public String operation() {
    return method + " " + template;
  }
}
