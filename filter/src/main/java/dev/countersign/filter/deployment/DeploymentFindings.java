package dev.countersign.filter.deployment;

import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.EnvironmentChoice;
import dev.countersign.filter.access.GroupBindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that there is to be told about a filter's place in its WAR. */
public final class DeploymentFindings {

  private DeploymentFindings() {}

  /**
   * What can be told at deployment.
   *
   * @param war as it is deployed
   * @param bindings the API groups of the filter
   * @param environments how a request finds its environment
   */
  public static List<Finding> of(
      WarLayout war, GroupBindings bindings, EnvironmentChoice environments) {
    // Where the path names the environment, no prefix is a path that callers use.
    boolean prefixesArePaths = !(environments instanceof EnvironmentChoice.FromPath);
    List<Finding> findings =
        new ArrayList<>(
            CoverageCheck.of(war, prefixesArePaths ? bindings.prefixByGroup() : Map.of()));
    if (!war.isWritten()) {
      findings.add(
          Finding.note(
              "is not mapped in web.xml as the server has mapped it, so its dispatcher types, its"
                  + " order and its support of asynchronous processing are not checked."));
    }
    findings.addAll(DispatchCheck.of(war));
    findings.addAll(OrderCheck.of(war));
    findings.addAll(AsyncCheck.of(war));
    return findings;
  }

  /**
   * What can be told when the APIs are known.
   *
   * @param war as it is deployed
   * @param bindings the API groups of the filter
   * @param catalogue all APIs
   */
  public static List<Finding> of(WarLayout war, GroupBindings bindings, List<Api> catalogue) {
    return ApiCheck.of(war, bindings, catalogue);
  }

  /** Whether descriptors tell of other filters that see a request first. */
  public static boolean tellOfFiltersInFront(WarLayout war) {
    return !OrderCheck.inFront(war).isEmpty();
  }
}
