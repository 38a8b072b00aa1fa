package dev.countersign.console;

import dev.countersign.filter.access.SettingsException;
import jakarta.servlet.ServletConfig;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * Settings of the console. Immutable.
 *
 * @param accounts names of accounts by the name of the principal that acts for them
 */
record ConsoleSettings(Map<String, String> accounts) {

  private static final String ACCOUNTS = "accounts";

  static ConsoleSettings read(ServletConfig config) {
    for (String name : Collections.list(config.getInitParameterNames())) {
      if (!name.equals(ACCOUNTS)) {
        throw new SettingsException(
            "The console knows no init-param " + name + "; it has one: " + ACCOUNTS);
      }
    }
    String written = config.getInitParameter(ACCOUNTS);
    return new ConsoleSettings(written == null ? Map.of() : accounts(written));
  }

  private static Map<String, String> accounts(String written) {
    Map<String, String> accounts = new HashMap<>();
    for (String pair : written.split(",", -1)) {
      int equals = pair.indexOf('=');
      String principal = pair.substring(0, Math.max(0, equals)).strip();
      String account = pair.substring(equals + 1).strip();
      if (principal.isEmpty() || account.isEmpty()) {
        throw new SettingsException(
            "The init-param accounts takes <principal>=<account name> pairs between commas,"
                + " such as anna=orders,paul=billing");
      }
      if (accounts.putIfAbsent(principal, account) != null) {
        throw new SettingsException(
            "The init-param accounts names the principal " + principal + " twice");
      }
    }
    return Map.copyOf(accounts);
  }

  /** The name of the account that a principal acts for. */
  String accountOf(String principal) {
    return accounts.getOrDefault(principal, principal);
  }
}
