package dev.countersign.persistence.management;

import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.SignatureScheme;
import java.util.Set;

/** What an application may list as its schemes. */
final class SchemeIds {

  private SchemeIds() {}

  static Set<String> checked(Set<String> ids) {
    boolean known = ids.stream().allMatch(id -> Schemes.byId(id).isPresent());
    if (ids.isEmpty() || !known) {
      throw new InvalidArgumentException(
          "an application lists one or more schemes of "
              + Schemes.known().stream().map(SignatureScheme::id).toList());
    }
    return Set.copyOf(ids);
  }
}
