package dev.countersign.filter.settings;

import dev.countersign.filter.access.SettingsException;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.tencent.TencentScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings that cannot hold together: one of them would silently do nothing, so the deployer is
 * asked which he meant.
 */
final class Contradictions {

  private static final Duration LONGEST_REPORT = Duration.ofDays(30);

  private Contradictions() {}

  static void check(Written written, Instant now) {
    checkEnvironments(written);
    checkBodies(written);
    checkSchemes(written);
    checkReportOnly(written, now);
  }

  private static void checkEnvironments(Written written) {
    String from = written.value(EnvironmentSettings.ENVIRONMENT_FROM);
    boolean byHost = from.equals("host");
    refuse(
        written.has(EnvironmentSettings.ENVIRONMENT) && !from.equals("fixed"),
        "environment is written although environmentFrom=" + from + ": leave one of them out");
    refuse(
        byHost != written.has(EnvironmentSettings.ENVIRONMENT_HOSTS),
        "environmentHosts and environmentFrom=host only go together");
    if (byHost && written.has(SettingsTable.AUTHORITY)) {
      Set<String> answered = written.value(SettingsTable.AUTHORITY);
      refuse(
          !answered.containsAll(written.value(EnvironmentSettings.ENVIRONMENT_HOSTS).keySet()),
          "environmentHosts names a host that authority does not answer to");
    }
  }

  private static void checkBodies(Written written) {
    refuse(
        !BodySettings.isStreaming(written)
            && written.value(BodySettings.BODY_LIMIT) > written.value(BodySettings.SPOOL_BUDGET),
        "bodyLimit is larger than spoolBudget: the largest body would never be accepted");
    long unverified = written.value(BodySettings.UNVERIFIED_BODY_LIMIT);
    refuse(
        unverified * 4 > written.value(BodySettings.UNVERIFIED_BODY_BUDGET),
        "unverifiedBodyLimit is larger than a quarter of unverifiedBodyBudget, which is all that one app key may use");
  }

  private static void checkSchemes(Written written) {
    Set<String> listed =
        written.value(SchemeSettings.SCHEMES).stream()
            .map(SignatureScheme::id)
            .collect(Collectors.toSet());
    for (String id : SchemeSettings.options(written).keySet()) {
      refuse(
          !listed.contains(id),
          "schemeOptions has options of " + id + ", which schemes leaves out");
    }
    refuse(
        written.has(SchemeSettings.COMPAT) && !listed.contains(TencentScheme.ID),
        "compat=tencent is for programs that sign with tencent, which schemes leaves out");
  }

  private static void checkReportOnly(Written written, Instant now) {
    Instant until = written.valueOrNull(SettingsTable.REPORT_ONLY);
    if (until == null) {
      return;
    }
    refuse(
        until.isAfter(now.plus(LONGEST_REPORT)),
        "reportOnly lies more than 30 days ahead: nothing would be enforced for too long");
    refuse(
        written.value(EnvironmentSettings.ENVIRONMENT_FROM).equals("path"),
        "reportOnly passes requests on as they are, so it cannot take the environment out of their path as environmentFrom=path asks");
  }

  private static void refuse(boolean contradiction, String why) {
    if (contradiction) {
      throw new SettingsException(
          "Settings contradict each other: " + why + ". " + SettingsTable.known());
    }
  }
}
