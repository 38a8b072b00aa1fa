package dev.countersign.filter.settings;

import dev.countersign.filter.access.EnvironmentChoice;
import java.util.Map;

/** How a request finds its environment, out of three settings that depend on each other. */
final class EnvironmentSettings {

  static final Setting<String> ENVIRONMENT =
      Setting.of(
          "environment",
          "release",
          TargetForms.environment(),
          "The one environment that this filter serves.");

  static final Setting<String> ENVIRONMENT_FROM =
      Setting.of(
          "environmentFrom",
          "fixed",
          ValueForm.oneOf("fixed", "path", "header", "host"),
          "Where a request's environment is found: `fixed` is the setting `environment`, `path` the first segment below the context path, `header` the one that the caller signs, `host` the host that was called.");

  static final Setting<Map<String, String>> ENVIRONMENT_HOSTS =
      Setting.optional(
          "environmentHosts",
          "none",
          TargetForms.hosts(),
          "The environment of each host; only with, and required by, `environmentFrom=host`.");

  private EnvironmentSettings() {}

  static EnvironmentChoice read(Written written) {
    String from = written.value(ENVIRONMENT_FROM);
    return switch (from) {
      case "path" -> new EnvironmentChoice.FromPath();
      case "header" -> new EnvironmentChoice.FromHeader();
      case "host" -> new EnvironmentChoice.FromHost(hosts(written));
      default -> new EnvironmentChoice.Fixed(written.value(ENVIRONMENT));
    };
  }

  private static Map<String, String> hosts(Written written) {
    return written.value(ENVIRONMENT_HOSTS);
  }
}
