package dev.countersign.sample.seed;

import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.SignatureScheme;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the sample starts with. The provider of all APIs is the account {@code shop}. */
final class SeedPlan {

  static final String SHOP = "shop";
  static final String PARTNER = "partner";
  static final String RELEASE = "release";
  static final String TEST = "test";

  static final List<Api> APIS =
      List.of(
          new Api("orders", "GET", "/orders"),
          new Api("orders", "GET", "/orders/{id}"),
          new Api("orders", "POST", "/orders"),
          new Api("orders", "POST", "/orders/{id}/attachments"),
          new Api("echo", "*", "/echo/**"));

  private static final Set<String> NATIVE = Set.of(Schemes.countersign1().id());
  private static final Set<String> ALL =
      Schemes.known().stream().map(SignatureScheme::id).collect(Collectors.toUnmodifiableSet());

  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration DAY = Duration.ofDays(1);

  static final List<Application> APPLICATIONS =
      List.of(
          Application.of(
              SHOP,
              "shop-front",
              Grant.group(RELEASE, "orders").withRoles("clerk"),
              Grant.one(TEST, "orders", "GET /orders/{id}")),
          Application.of(
              PARTNER,
              "partner-feed",
              Grant.one(RELEASE, "orders", "GET /orders/{id}").withRoles("reader"),
              Grant.one(RELEASE, "orders", "GET /orders").withRoles("reader"),
              Grant.group(TEST, "orders")),
          Application.of(
              SHOP,
              "echo",
              Grant.group(RELEASE, "echo").withRoles("tester"),
              Grant.group(TEST, "echo")),
          Application.of(
                  SHOP, "every-scheme", Grant.group(RELEASE, "echo"), Grant.group(TEST, "echo"))
              .signingWith(ALL),
          Application.of(SHOP, "test-only", Grant.group(TEST, "echo")).in(TEST),
          Application.of(SHOP, "disabled", Grant.group(RELEASE, "echo"))
              .signingWith(ALL)
              .notEnabled(),
          Application.of(SHOP, "expired", Grant.group(RELEASE, "echo").until(DAY.negated())),
          Application.of(SHOP, "not-yet-valid", Grant.group(RELEASE, "echo").from(YEAR)),
          Application.of(SHOP, "no-grant"));

  private SeedPlan() {}

  /** One API; its group is made with the first. */
  record Api(String group, String method, String template) {

    String operation() {
      return method + " " + template;
    }
  }

  /**
   * One application.
   *
   * @param environment the one to begin with
   * @param schemes ids of those it may sign with
   */
  record Application(
      String account,
      String name,
      String environment,
      boolean enabled,
      Set<String> schemes,
      List<Grant> grants) {

    static Application of(String account, String name, Grant... grants) {
      return new Application(account, name, RELEASE, true, NATIVE, List.of(grants));
    }

    Application in(String other) {
      return new Application(account, name, other, enabled, schemes, grants);
    }

    Application notEnabled() {
      return new Application(account, name, environment, false, schemes, grants);
    }

    Application signingWith(Set<String> ids) {
      return new Application(account, name, environment, enabled, ids, grants);
    }
  }

  /**
   * One grant.
   *
   * @param operation one API of the group, or {@code null} for the whole group
   * @param from when it begins, counted from the seeding; {@code null} for always
   * @param until when it ends, counted likewise; {@code null} for never
   */
  record Grant(
      String environment,
      String group,
      @Nullable String operation,
      Set<String> roles,
      @Nullable Duration from,
      @Nullable Duration until) {

    static Grant group(String environment, String group) {
      return new Grant(environment, group, null, Set.of(), null, null);
    }

    static Grant one(String environment, String group, String operation) {
      return new Grant(environment, group, operation, Set.of(), null, null);
    }

    Grant withRoles(String... names) {
      return new Grant(environment, group, operation, Set.of(names), from, until);
    }

    Grant from(Duration later) {
      return new Grant(environment, group, operation, roles, later, until);
    }

    Grant until(Duration later) {
      return new Grant(environment, group, operation, roles, from, later);
    }
  }
}
