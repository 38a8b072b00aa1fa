package dev.countersign.persistence.management;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the terms of a grant may be. */
final class GrantRules {

  /** These roles open the console: a provider could otherwise let his own application in. */
  private static final String RESERVED = "countersign-";

  private static final int MOST_ROLES = 32;
  private static final int ROLE_LENGTH = 64;

  /** The columns hold 2000 characters, with a space between two roles. */
  private static final int ALL_ROLES_LENGTH = 1900;

  private static final String ROLE_SIGNS = "._:/-";
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private GrantRules() {}

  static @Nullable Instant instant(@Nullable Instant instant) {
    if (instant == null) {
      return null;
    }
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new InvalidArgumentException("an instant lies between 1970 and 9999");
    }
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  static void checkOrder(@Nullable Instant notBefore, @Nullable Instant expiresAt) {
    if (notBefore != null && expiresAt != null && !expiresAt.isAfter(notBefore)) {
      throw new InvalidArgumentException("a grant expires after it begins to hold");
    }
  }

  static Set<String> roles(Set<String> names) {
    names.forEach(GrantRules::checkRole);
    int length = names.stream().mapToInt(String::length).sum();
    if (names.size() > MOST_ROLES || length > ALL_ROLES_LENGTH) {
      throw new InvalidArgumentException(
          "a grant has at most " + MOST_ROLES + " roles of " + ALL_ROLES_LENGTH + " characters");
    }
    return Set.copyOf(names);
  }

  private static void checkRole(String name) {
    if (name.isEmpty() || name.length() > ROLE_LENGTH || !name.chars().allMatch(GrantRules::fits)) {
      throw new InvalidArgumentException(
          "a role has 1 to "
              + ROLE_LENGTH
              + " characters of A-Z, a-z, 0-9, '.', '_', ':', '/' and '-'");
    }
    if (name.toLowerCase(Locale.ROOT).startsWith(RESERVED)) {
      throw new InvalidArgumentException(
          "roles that begin with " + RESERVED + " are reserved and cannot be granted");
    }
  }

  private static boolean fits(int c) {
    boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return letter || (c >= '0' && c <= '9') || ROLE_SIGNS.indexOf(c) >= 0;
  }
}
