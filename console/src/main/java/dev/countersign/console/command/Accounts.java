package dev.countersign.console.command;

import java.util.Map;

/** For which account a file is, where nobody says it. */
final class Accounts {

  private Accounts() {}

  /** The id of one's own, and for operators that of {@code default}. */
  static String standard(Calls calls) {
    String own = calls.sent(Ask.get("/session", Map.of())).path("accountId").asText(null);
    return own == null
        ? Names.account(calls, dev.countersign.persistence.management.Accounts.DEFAULT)
        : own;
  }
}
