package dev.countersign.filter.access;

import dev.countersign.signing.AppKey;
import java.util.List;
import java.util.Set;

/** What the gate would hand out, for tests of what comes after it. */
public final class Admissions {

  private Admissions() {}

  /** An application with these roles. */
  public static Admitted of(String applicationId, String... roles) {
    AppKey key = new AppKey("key-of-tests");
    return new Admitted(
        new Credential(applicationId, "account", key, true, Set.of("countersign-1"), List.of()),
        new Placement("test", "/echo", false),
        new Api("api", "group", "echo", "*", PathTemplate.parse("/**")),
        List.of(new Grant("grant", null, null, Set.of(roles))),
        "countersign-1");
  }
}
