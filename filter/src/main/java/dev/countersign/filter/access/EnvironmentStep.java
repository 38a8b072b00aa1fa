package dev.countersign.filter.access;

import dev.countersign.signing.scheme.PresentedSignature;
import org.jspecify.annotations.Nullable;

/** Step 5, environment: the one that the caller states is the one that this request resolves to. */
final class EnvironmentStep {

  private final EnvironmentChoice choice;

  EnvironmentStep(EnvironmentChoice choice) {
    this.choice = choice;
  }

  Placement resolve(Arrival arrival, PresentedSignature presented) throws Rejection {
    Placement placement = place(arrival, presented.environment());
    String stated = presented.environment();
    if (stated != null && !stated.equals(placement.environment())) {
      throw mismatch("the caller states another environment than the request resolves to");
    }
    return placement;
  }

  private Placement place(Arrival arrival, @Nullable String stated) throws Rejection {
    if (choice instanceof EnvironmentChoice.Fixed fixed) {
      return new Placement(fixed.environment(), arrival.dispatchPath(), false);
    }
    if (choice instanceof EnvironmentChoice.FromPath) {
      return fromPath(arrival.dispatchPath());
    }
    if (choice instanceof EnvironmentChoice.FromHost hosts) {
      String environment = hosts.byAuthority().get(arrival.signable().authority());
      return placed(environment, arrival, "no environment is bound to the host that was called");
    }
    return placed(stated, arrival, "the caller states no environment under his signature");
  }

  private static Placement placed(@Nullable String environment, Arrival arrival, String otherwise)
      throws Rejection {
    if (environment == null) {
      throw mismatch(otherwise);
    }
    return new Placement(environment, arrival.dispatchPath(), false);
  }

  private static Placement fromPath(String path) throws Rejection {
    int end = path.indexOf('/', 1);
    if (end < 2) {
      throw mismatch("no segment of the path names an environment");
    }
    return new Placement(path.substring(1, end), path.substring(end), true);
  }

  private static Rejection mismatch(String why) {
    return new Rejection(Reason.ENVIRONMENT_MISMATCH, why);
  }
}
