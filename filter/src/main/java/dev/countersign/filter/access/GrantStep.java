package dev.countersign.filter.access;

import java.time.Instant;
import java.util.List;

/** Step 7, grant: at least one, on the API or its group, in this environment, valid now. */
final class GrantStep {

  private final GrantStore grants;

  GrantStep(GrantStore grants) {
    this.grants = grants;
  }

  List<Grant> check(Credential credential, Placement placement, Api api, Instant now)
      throws Rejection {
    List<Grant> held = grants.find(credential.applicationId(), placement.environment(), api);
    List<Grant> valid = held.stream().filter(grant -> grant.isValidAt(now)).toList();
    if (valid.isEmpty()) {
      throw new Rejection(
          Reason.NOT_GRANTED,
          held.isEmpty() ? "no grant" : "a grant exists, but it is not yet valid or expired");
    }
    return valid;
  }
}
