package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file of {@code apply} declares. What is left out of it stays as it is.
 *
 * @param account whose it is, by name or id; {@code null} for one's own, or {@code default}
 */
record Wanted(
    @Nullable String account,
    @Nullable List<Application> applications,
    @Nullable List<Group> groups,
    @Nullable List<Grant> grants) {

  /** An application, known by its name. */
  record Application(
      @Nullable String name,
      @Nullable String description,
      @Nullable Set<String> schemes,
      @Nullable Boolean enabled) {}

  /**
   * An API group, known by its name.
   *
   * @param apis each {@code METHOD /template}, or an object with {@code operation} and {@code
   *     description}
   */
  record Group(
      @Nullable String name, @Nullable String description, @Nullable List<JsonNode> apis) {}

  /**
   * A grant, known by application, group, API and environment; its terms are all that it has.
   *
   * @param application one's own, by name
   * @param applicationId instead, a partner's
   * @param api of the group; {@code null} for the whole group
   */
  record Grant(
      @Nullable String application,
      @Nullable String applicationId,
      @Nullable String group,
      @Nullable String api,
      @Nullable String environment,
      @Nullable String notBefore,
      @Nullable String expiresAt,
      @Nullable Set<String> roles,
      @Nullable String description) {}

  List<Application> allApplications() {
    return applications == null ? List.of() : applications;
  }

  List<Group> allGroups() {
    return groups == null ? List.of() : groups;
  }

  List<Grant> allGrants() {
    return grants == null ? List.of() : grants;
  }

  /** What {@link WantedRules} has seen to be there. */
  static String known(@Nullable String value) {
    return Objects.requireNonNull(value, "checked when the file was read");
  }
}
