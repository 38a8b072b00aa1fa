package dev.countersign.persistence.management;

import dev.countersign.filter.access.Api;
import java.util.Set;

/**
 * Methods that an API may have: those of IANA's registry that reach a servlet, and those that are
 * used without being there. A slip would be an API that no request ever matches. For any other
 * method there is {@code *}.
 */
final class Methods {

  private static final int LENGTH = 32;

  private static final Set<String> REGISTERED =
      Set.of(
          ("ACL BASELINE-CONTROL BIND CHECKIN CHECKOUT COPY DELETE GET HEAD LABEL LINK LOCK MERGE"
                  + " MKACTIVITY MKCALENDAR MKCOL MKREDIRECTREF MKWORKSPACE MOVE OPTIONS ORDERPATCH"
                  + " PATCH POST PROPFIND PROPPATCH PUT QUERY REBIND REPORT SEARCH TRACE UNBIND"
                  + " UNCHECKOUT UNLINK UNLOCK UPDATE UPDATEREDIRECTREF VERSION-CONTROL")
              .split(" "));

  private static final Set<String> CUSTOMARY =
      Set.of("M-SEARCH", "NOTIFY", "PURGE", "SUBSCRIBE", "UNSUBSCRIBE");

  private Methods() {}

  /** Whether an API may have it. */
  static void checkApi(String method) {
    boolean known =
        method.equals(Api.ANY_METHOD) || REGISTERED.contains(method) || CUSTOMARY.contains(method);
    if (!known) {
      throw new InvalidArgumentException(
          "the method of an API is a known one of HTTP in upper case, such as GET, POST or"
              + " PROPFIND, or * for any");
    }
  }

  /** Whether a call may have it: an API for any method is called by others, too. */
  static void checkCall(String method) {
    boolean possible =
        !method.isEmpty()
            && method.length() <= LENGTH
            && method.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || c == '-');
    if (!possible) {
      throw new InvalidArgumentException(
          "the method of a call is a single one in upper case, such as GET, with at most "
              + LENGTH
              + " of A-Z and '-'");
    }
  }
}
