package dev.countersign.sample.server;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * People who may log in to the sample's console, in the memory of the embedded server only. Each
 * run makes other passwords.
 */
public record SampleUsers(List<User> users) {

  public static final String ADMIN = "admin";

  /** Somebody whom the realm knows, but with neither role of the console. */
  public static final String VISITOR = "visitor";

  private static final String ACCOUNT_ROLE = "countersign-account";
  private static final int PASSWORD_BYTES = 12;

  public record User(String name, String password, String role) {}

  public static SampleUsers generate() {
    return new SampleUsers(
        List.of(
            user(ADMIN, "countersign-admin"),
            user("shop", ACCOUNT_ROLE),
            user("partner", ACCOUNT_ROLE),
            user("stranger", ACCOUNT_ROLE),
            user(VISITOR, "visitor")));
  }

  private static User user(String name, String role) {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return new User(name, Base64.getUrlEncoder().withoutPadding().encodeToString(random), role);
  }

  public User named(String name) {
    return users.stream().filter(user -> user.name().equals(name)).findFirst().orElseThrow();
  }

  /** The two that a guest of the sample needs. */
  public void print(PrintStream out, String url) {
    out.println();
    out.println("Console: " + url);
    for (String name : List.of(ADMIN, "shop", "partner")) {
      User user = named(name);
      out.printf("  log in as %-8s password %s  (%s)%n", name, user.password(), user.role());
    }
  }
}
