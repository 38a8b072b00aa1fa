package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.persistence.management.GrantTerms;
import dev.countersign.persistence.management.InvalidArgumentException;
import dev.countersign.persistence.management.NewApi;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file of {@code apply} has to say of each object, whatever is there already. */
final class WantedRules {

  private final FileLines lines;

  private WantedRules(FileLines lines) {
    this.lines = lines;
  }

  /**
   * @throws CommandFault with the line of the first object that breaks a rule
   */
  static void check(Wanted wanted, FileLines lines) {
    WantedRules rules = new WantedRules(lines);
    List<Wanted.Application> applications = wanted.allApplications();
    for (int i = 0; i < applications.size(); i++) {
      rules.filled(applications.get(i).name(), "/applications/" + i, "an application needs a name");
    }
    List<Wanted.Group> groups = wanted.allGroups();
    for (int i = 0; i < groups.size(); i++) {
      rules.group(groups.get(i), "/groups/" + i);
    }
    List<Wanted.Grant> grants = wanted.allGrants();
    for (int i = 0; i < grants.size(); i++) {
      rules.grant(grants.get(i), "/grants/" + i);
    }
  }

  private void group(Wanted.Group one, String pointer) {
    filled(one.name(), pointer, "a group needs a name");
    List<JsonNode> apis = one.apis() == null ? List.of() : one.apis();
    for (int i = 0; i < apis.size(); i++) {
      require(
          isApi(apis.get(i)),
          pointer + "/apis/" + i,
          "an API is written as 'GET /orders/{id}', or with the members operation and description");
      String[] parts = GroupChanges.operation(apis.get(i)).split(" ", -1);
      accepted(() -> new NewApi("", parts[0], parts[1], ""), pointer + "/apis/" + i);
    }
  }

  private static boolean isApi(JsonNode api) {
    int members = api.path("description").isTextual() ? 2 : 1;
    boolean shape = api.isTextual() || (api.isObject() && api.size() == members);
    return shape && GroupChanges.operation(api).split(" ", -1).length == 2;
  }

  private void grant(Wanted.Grant one, String pointer) {
    filled(one.group(), pointer, "a grant needs a group");
    filled(one.environment(), pointer, "a grant needs an environment");
    require(
        (one.application() == null) != (one.applicationId() == null),
        pointer,
        "a grant names either application or applicationId");
    require(
        one.applicationId() == null || Names.isId(one.applicationId()),
        pointer + "/applicationId",
        "applicationId is an id of 32 hex digits; applications of the account are named by"
            + " application");
    Instant from = instant(one.notBefore(), pointer + "/notBefore");
    Instant until = instant(one.expiresAt(), pointer + "/expiresAt");
    accepted(() -> GrantTerms.UNLIMITED.from(from).until(until), pointer);
  }

  private void accepted(Runnable made, String pointer) {
    try {
      made.run();
    } catch (InvalidArgumentException e) {
      throw lines.fault(pointer, String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Instant instant(@Nullable String text, String pointer) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw lines.fault(pointer, "an instant is written in UTC such as 2026-11-21T00:00:00Z");
    }
  }

  private void filled(@Nullable String text, String pointer, String sentence) {
    require(text != null && !text.isBlank(), pointer, sentence);
  }

  private void require(boolean right, String pointer, String sentence) {
    if (!right) {
      throw lines.fault(pointer, sentence);
    }
  }
}
