package dev.countersign.filter.settings;

import dev.countersign.filter.access.AccessPolicy;
import dev.countersign.filter.access.EnvironmentChoice;
import dev.countersign.filter.access.GroupBindings;
import dev.countersign.filter.access.ReplayRule;
import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.body.BodyLimits;
import dev.countersign.signing.scheme.SignatureScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one filter, checked against each other. Immutable and thread-safe.
 *
 * @param environments how a request finds its environment
 * @param publicPath raw path that stands for the context path in what callers sign, empty for none;
 *     {@code null} for the context path itself
 * @param authorities canonical authorities answered to; empty for any
 * @param bindings the API groups served
 * @param schemes accepted, at least one
 * @param clockSkew how far the instant of signing may lie from now
 * @param foreignClockSkew the same for the schemes of other gateways
 * @param replay what repetitions of a signature without a nonce are told by
 * @param answersAsTencent whether programs written for Tencent's gateway are refused in its words
 * @param body limits of bodies
 * @param diagnostics whether a refused caller with a known app key is shown the canonical request
 * @param webSocketUnprotected whether WebSocket endpoints that no filter sees are accepted
 * @param reportOnlyUntil the first instant from which verdicts are enforced; {@code null} for
 *     always
 * @param summary all settings in force in one line, without secrets
 */
public record FilterSettings(
    EnvironmentChoice environments,
    @Nullable String publicPath,
    Set<String> authorities,
    GroupBindings bindings,
    List<SignatureScheme> schemes,
    Duration clockSkew,
    Duration foreignClockSkew,
    ReplayRule replay,
    boolean answersAsTencent,
    BodyLimits body,
    boolean diagnostics,
    boolean webSocketUnprotected,
    @Nullable Instant reportOnlyUntil,
    String summary) {

  /** What stands in challenges where no fixed environment is served. */
  private static final String REALM_OF_SEVERAL = "countersign";

  /**
   * Reads init-params.
   *
   * @param initParameters names and texts as written
   * @param temporaryDirectory where temporary files go unless a setting says otherwise
   * @param now the instant of reading
   * @throws SettingsException if one is unknown, missing, wrong, or contradicts another; the
   *     message teaches
   */
  public static FilterSettings read(
      Map<String, String> initParameters, Path temporaryDirectory, Instant now) {
    Written written = new Written(initParameters, new Placeholders(System::getenv));
    Contradictions.check(written, now);
    return new FilterSettings(
        EnvironmentSettings.read(written),
        written.valueOrNull(SettingsTable.PUBLIC_PATH),
        written.has(SettingsTable.AUTHORITY) ? written.value(SettingsTable.AUTHORITY) : Set.of(),
        written.value(SettingsTable.APIS),
        SchemeSettings.read(written),
        written.value(SchemeSettings.CLOCK_SKEW),
        written.value(SchemeSettings.FOREIGN_CLOCK_SKEW),
        SchemeSettings.replay(written),
        written.valueOrNull(SchemeSettings.COMPAT) != null,
        BodySettings.read(written, temporaryDirectory),
        written.value(SettingsTable.DIAGNOSTICS),
        written.value(SettingsTable.WEB_SOCKET).equals("unprotected"),
        written.valueOrNull(SettingsTable.REPORT_ONLY),
        written.summary());
  }

  /** What the gate asks of requests. */
  public AccessPolicy policy() {
    return new AccessPolicy(
        schemes,
        clockSkew,
        foreignClockSkew,
        replay,
        authorities,
        environments,
        bindings,
        body.bodyLimit());
  }

  /** What deserves a warning although it is allowed, each to be read behind the filter's name. */
  public List<String> cautions() {
    return Cautions.of(environments, schemes, replay);
  }

  /** One {@code WWW-Authenticate} challenge per scheme. */
  public List<String> challenges() {
    String realm =
        environments instanceof EnvironmentChoice.Fixed fixed
            ? fixed.environment()
            : REALM_OF_SEVERAL;
    return schemes.stream().map(scheme -> scheme.challenge(realm)).toList();
  }
}
