package dev.countersign.filter.settings;

import dev.countersign.filter.access.ReplayRule;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.SignatureScheme;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Which schemes are accepted, and how, out of settings that depend on each other. */
final class SchemeSettings {

  static final Setting<List<SignatureScheme>> SCHEMES =
      Setting.of(
          "schemes",
          "countersign-1",
          SchemeForms.schemes(),
          "The signature schemes that are accepted.");

  static final Setting<Map<String, Map<String, String>>> SCHEME_OPTIONS =
      Setting.optional(
          "schemeOptions",
          "each scheme as its page says",
          SchemeForms.options(),
          "What else is accepted, or no longer, of a scheme; the page of each scheme tells what that costs.");

  static final Setting<Duration> CLOCK_SKEW =
      Setting.of(
          "clockSkew",
          "300s",
          Quantity.duration("1s", "1h"),
          "How far the instant of signing may lie from now, both ways, under `countersign-1` and `rfc9421`.");

  static final Setting<Duration> FOREIGN_CLOCK_SKEW =
      Setting.of(
          "foreignClockSkew",
          "900s",
          Quantity.duration("1s", "1h"),
          "The same under the schemes of other gateways.");

  static final Setting<String> REPLAY =
      Setting.of(
          "replay",
          "signature",
          ValueForm.oneOf("signature", "off"),
          "Under schemes without a signed nonce: `signature` binds each signature to the first request that arrives with it, which passes again only if it is the very same and its method is safe; `off` remembers nothing.");

  static final Setting<String> COMPAT =
      Setting.optional(
          "compat",
          "Countersign's own answers",
          ValueForm.oneOf("tencent"),
          "`tencent` refuses programs that were written for Tencent's gateway in its texts, statuses and shape.");

  private SchemeSettings() {}

  /** The schemes listed, with their options. */
  static List<SignatureScheme> read(Written written) {
    Map<String, Map<String, String>> options = options(written);
    return written.value(SCHEMES).stream()
        .map(scheme -> Schemes.with(scheme, options.getOrDefault(scheme.id(), Map.of())))
        .toList();
  }

  /** Options as written, by the id of their scheme. */
  static Map<String, Map<String, String>> options(Written written) {
    return written.has(SCHEME_OPTIONS) ? written.value(SCHEME_OPTIONS) : Map.of();
  }

  static ReplayRule replay(Written written) {
    return written.value(REPLAY).equals("off") ? ReplayRule.OFF : ReplayRule.SIGNATURE;
  }
}
