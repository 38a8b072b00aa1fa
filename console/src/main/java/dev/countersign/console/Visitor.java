package dev.countersign.console;

import dev.countersign.filter.Caller;
import dev.countersign.persistence.management.Actor;
import dev.countersign.persistence.management.InvalidArgumentException;
import dev.countersign.persistence.management.Management;
import dev.countersign.persistence.management.UnknownObjectException;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/** Finds out on whose behalf a request is, from what the container proved. Thread-safe. */
final class Visitor {

  private static final String ADMIN = "countersign-admin";
  private static final String ACCOUNT = "countersign-account";

  /** Looks up the account that somebody acts for; the answer to him names nobody else. */
  private static final Actor.Operator CONSOLE = new Actor.Operator("console");

  private final ConsoleSettings settings;

  Visitor(ConsoleSettings settings) {
    this.settings = settings;
  }

  /** A signed call is no person, whatever roles its grants hold. */
  static void refuseCallers(HttpServletRequest request) throws Refusal {
    if (Caller.of(request).isPresent()) {
      throw Refusal.forbidden("caller", "applications have no business in the console");
    }
  }

  /** Refuses who has neither role. */
  static void requireRole(HttpServletRequest request) throws Refusal {
    if (!request.isUserInRole(ADMIN) && !request.isUserInRole(ACCOUNT)) {
      throw Refusal.forbidden(
          "role-missing", "the console needs the role " + ADMIN + " or " + ACCOUNT);
    }
  }

  /** The actor behind a principal with one of the roles. */
  Actor actor(HttpServletRequest request, Principal principal, Management management)
      throws Refusal {
    String name = String.valueOf(principal.getName());
    try {
      if (request.isUserInRole(ADMIN)) {
        return new Actor.Operator(name);
      }
      String account = settings.accountOf(name);
      return new Actor.AccountActor(management.accounts().findByName(CONSOLE, account).id(), name);
    } catch (UnknownObjectException e) {
      throw Refusal.forbidden(
          "account-unknown",
          "there is no account of this name: an operator makes one, or the init-param accounts names"
              + " another");
    } catch (InvalidArgumentException e) {
      throw Refusal.forbidden(
          "name-unfit", "the name of the principal is empty, too long or not printable");
    }
  }
}
