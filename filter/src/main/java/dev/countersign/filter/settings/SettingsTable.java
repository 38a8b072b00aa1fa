package dev.countersign.filter.settings;

import dev.countersign.filter.access.GroupBindings;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one table of all settings of a filter; docs/configuration.md shows it, and a test holds the
 * two together.
 */
final class SettingsTable {

  static final Setting<String> PUBLIC_PATH =
      Setting.optional(
          "publicPath",
          "the context path",
          TargetForms.publicPath(),
          "What callers see, and sign, in place of the context path: for a WAR behind a proxy that rewrites paths, or for callers whose path is fixed.");

  static final Setting<Set<String>> AUTHORITY =
      Setting.optional(
          "authority",
          "any host, with a warning in the log",
          TargetForms.authorities(),
          "The hosts that this filter answers to; a request for another one is refused.");

  static final Setting<GroupBindings> APIS =
      Setting.optional(
          "apis",
          "required",
          TargetForms.bindings(),
          "The API groups that this filter serves and the path prefix below which each may define templates.");

  static final Setting<Boolean> DIAGNOSTICS =
      Setting.of(
          "diagnostics",
          "false",
          ValueForm.flag(),
          "Whether a refused caller with a known app key is shown the canonical request as the server built it, values of sensitive headers masked.");

  static final Setting<String> WEB_SOCKET =
      Setting.of(
          "webSocket",
          "refused",
          ValueForm.oneOf("refused", "unprotected"),
          "On a server that serves WebSocket endpoints before any filter (Jetty): `refused` answers every request 503 while there is such an endpoint, `unprotected` accepts that the filter does not see them. Neither keeps a handshake from reaching them.");

  static final Setting<Instant> REPORT_ONLY =
      Setting.optional(
          "reportOnly",
          "every verdict is enforced",
          new ValueForm<>(
              "an instant in UTC such as `2026-11-21T00:00:00Z`, at most 30 days ahead",
              Instant::parse),
          "Until then verdicts are only logged and every request passes on, without a caller and with its body unchecked.");

  static final List<Setting<?>> ALL =
      List.of(
          EnvironmentSettings.ENVIRONMENT,
          EnvironmentSettings.ENVIRONMENT_FROM,
          EnvironmentSettings.ENVIRONMENT_HOSTS,
          PUBLIC_PATH,
          AUTHORITY,
          APIS,
          SchemeSettings.SCHEMES,
          SchemeSettings.SCHEME_OPTIONS,
          SchemeSettings.CLOCK_SKEW,
          SchemeSettings.FOREIGN_CLOCK_SKEW,
          SchemeSettings.REPLAY,
          SchemeSettings.COMPAT,
          BodySettings.BODY_MODE,
          BodySettings.BODY_LIMIT,
          BodySettings.BODY_TIMEOUT,
          BodySettings.SPOOL_MEMORY,
          BodySettings.SPOOL_BUDGET,
          BodySettings.SPOOL_DIRECTORY,
          BodySettings.UNVERIFIED_BODY_LIMIT,
          BodySettings.UNVERIFIED_BODY_BUDGET,
          BodySettings.UNVERIFIED_BODIES,
          BodySettings.PARAMETER_LIMIT,
          BodySettings.PART_LIMIT,
          DIAGNOSTICS,
          WEB_SOCKET,
          REPORT_ONLY);

  private SettingsTable() {}

  static List<String> names() {
    return ALL.stream().map(Setting::name).toList();
  }

  static String known() {
    return ALL.stream()
        .map(Setting::name)
        .collect(Collectors.joining(", ", "Known settings: ", "."));
  }
}
