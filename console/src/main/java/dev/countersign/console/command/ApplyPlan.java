package dev.countersign.console.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All that differs between a file and what is there, in the order in which it can be made. */
final class ApplyPlan {

  private ApplyPlan() {}

  static List<Change> of(Wanted wanted, Calls calls) {
    String account =
        wanted.account() == null ? Names.ownAccount(calls) : Names.account(calls, wanted.account());
    Present present = new Present(calls, account);
    Set<String> planned = new HashSet<>();
    List<Change> changes = new ArrayList<>();
    for (Wanted.Application one : wanted.allApplications()) {
      once(planned, ApplicationChanges.key(Wanted.known(one.name())));
      ApplicationChanges.plan(present, one, changes);
      ApplicationChanges.disable(present, one, changes);
    }
    for (Wanted.Group one : wanted.allGroups()) {
      String group = Wanted.known(one.name());
      once(planned, GroupChanges.key(group));
      GroupChanges.operations(one).forEach(api -> once(planned, GroupChanges.key(group, api)));
      GroupChanges.plan(present, one, changes);
    }
    wanted.allGrants().forEach(one -> GrantChanges.plan(present, one, planned, changes));
    return changes;
  }

  private static void once(Set<String> planned, String key) {
    if (!planned.add(key)) {
      throw CommandFault.usage("the file holds this twice: " + Output.safe(key));
    }
  }
}
