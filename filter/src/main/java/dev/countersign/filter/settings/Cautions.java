package dev.countersign.filter.settings;

import dev.countersign.filter.access.EnvironmentChoice;
import dev.countersign.filter.access.ReplayRule;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.UnsignedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is allowed and yet deserves a line in the log at every start. */
final class Cautions {

  private Cautions() {}

  static List<String> of(
      EnvironmentChoice environments, List<SignatureScheme> schemes, ReplayRule replay) {
    List<String> cautions = new ArrayList<>();
    if (environments instanceof EnvironmentChoice.FromPath) {
      environment(UnsignedPart.ENVIRONMENT_SEGMENT, "first segment of the path", schemes, replay)
          .ifPresent(cautions::add);
    }
    if (environments instanceof EnvironmentChoice.FromHost) {
      environment(UnsignedPart.HOST, "host", schemes, replay).ifPresent(cautions::add);
    }
    if (replay == ReplayRule.OFF) {
      cautions.add(
          "remembers no signatures (replay=off): a request without a signed nonce can be sent again"
              + " by whoever saw it, until its window is over.");
    }
    return List.copyOf(cautions);
  }

  private static Optional<String> environment(
      UnsignedPart part, String words, List<SignatureScheme> schemes, ReplayRule replay) {
    String open =
        schemes.stream()
            .filter(scheme -> scheme.unsignedParts().contains(part))
            .map(SignatureScheme::id)
            .collect(Collectors.joining(", "));
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "finds the environment in the "
                + words
                + ", which "
                + open
                + " may leave unsigned: "
                + (replay == ReplayRule.SIGNATURE
                    ? "the first request that arrives with a signature decides its environment."
                    : "whoever sees a request can send it to every environment that is granted."));
  }
}
