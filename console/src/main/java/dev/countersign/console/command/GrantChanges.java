package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a file changes of one grant. */
final class GrantChanges {

  private final Present present;
  private final Wanted.Grant wanted;
  private final String group;
  private final String environment;

  private GrantChanges(Present present, Wanted.Grant wanted) {
    this.present = present;
    this.wanted = wanted;
    this.group = Wanted.known(wanted.group());
    this.environment = Wanted.known(wanted.environment());
  }

  static void plan(
      Present present, Wanted.Grant wanted, Set<String> planned, List<Change> changes) {
    GrantChanges grant = new GrantChanges(present, wanted);
    if (!planned.add(grant.text())) {
      throw CommandFault.usage("the file holds this twice: " + Output.safe(grant.text()));
    }
    JsonNode found = grant.found();
    ObjectNode terms = grant.terms();
    if (found == null) {
      grant.requireAll(planned);
      changes.add(new Change("+ " + grant.text(), calls -> grant.create(terms, calls)));
      return;
    }
    Members members = new Members(found);
    terms.properties().forEach(term -> members.want(term.getKey(), term.getValue()));
    if (members.differ()) {
      String path = "/grants/" + found.path("id").asText();
      changes.add(
          new Change(
              "~ " + grant.text() + ": " + members,
              calls -> {
                calls.sent(new Ask("PUT", path, Map.of(), terms, members.etag()));
                return null;
              }));
    }
  }

  /** Better now than after half of the changes: what it names is there, or planned. */
  private void requireAll(Set<String> planned) {
    if (wanted.application() != null && present.application(wanted.application()) == null) {
      require(planned, ApplicationChanges.key(wanted.application()));
    }
    if (present.group(group) == null) {
      require(planned, GroupChanges.key(group));
    }
    if (wanted.api() != null && present.api(group, wanted.api()) == null) {
      require(planned, GroupChanges.key(group, wanted.api()));
    }
    present.requireEnvironment(environment);
    if (wanted.applicationId() != null) {
      present.requirePartner(wanted.applicationId());
    }
  }

  private void require(Set<String> planned, String key) {
    if (!planned.contains(key)) {
      throw CommandFault.refused(
          Output.safe(text() + ": " + key) + " is neither there nor in the file");
    }
  }

  private String text() {
    String who =
        wanted.application() == null ? "partner " + wanted.applicationId() : wanted.application();
    String what = wanted.api() == null ? "all of " + group : wanted.api() + " of " + group;
    return "grant " + who + ": " + what + " in " + environment;
  }

  private @Nullable JsonNode found() {
    String application = knownApplication();
    JsonNode api = wanted.api() == null ? null : present.api(group, wanted.api());
    if (application == null || (wanted.api() != null && api == null)) {
      return null;
    }
    String apiId = api == null ? null : api.path("id").asText();
    return present.grants(group).stream()
        .filter(grant -> grant.path("applicationId").asText().equals(application))
        .filter(grant -> grant.path("environment").asText().equals(environment))
        .filter(grant -> Objects.equals(grant.path("apiId").asText(null), apiId))
        .findFirst()
        .orElse(null);
  }

  private @Nullable String knownApplication() {
    if (wanted.application() == null) {
      return wanted.applicationId();
    }
    JsonNode found = present.application(wanted.application());
    return found == null ? null : found.path("id").asText();
  }

  private ObjectNode terms() {
    ObjectNode terms = Members.object();
    terms.set("notBefore", instant(wanted.notBefore()));
    terms.set("expiresAt", instant(wanted.expiresAt()));
    terms.set("roles", Members.set(wanted.roles() == null ? Set.of() : wanted.roles()));
    terms.put("description", wanted.description() == null ? "" : wanted.description());
    return terms;
  }

  /** As it will be answered: in the one spelling, to the millisecond. */
  private static JsonNode instant(@Nullable String text) {
    return text == null
        ? NullNode.getInstance()
        : TextNode.valueOf(Instant.parse(text).truncatedTo(ChronoUnit.MILLIS).toString());
  }

  private @Nullable JsonNode create(ObjectNode terms, Calls calls) {
    ObjectNode body = terms.deepCopy();
    String name = wanted.application();
    body.put(
        "applicationId",
        name == null
            ? wanted.applicationId()
            : present.id(present.application(name), ApplicationChanges.key(name)));
    String api = wanted.api();
    if (api == null) {
      body.put("groupId", present.id(present.group(group), GroupChanges.key(group)));
    } else {
      body.put("apiId", present.id(present.api(group, api), GroupChanges.key(group, api)));
    }
    body.put("environment", environment);
    calls.sent(Ask.post("/grants", body));
    return null;
  }
}
