package dev.countersign.persistence.management;

import dev.countersign.signing.registry.Schemes;
import java.util.Set;

/**
 * An application that is to be. Immutable.
 *
 * @param accountId its owner
 * @param name for people, 1 to 200 characters; need not be unique
 * @param description at most 2000 characters, maybe empty
 * @param schemes ids of the schemes that it may sign with, at least one
 */
public record NewApplication(
    String accountId, String name, String description, Set<String> schemes) {

  /**
   * @throws InvalidArgumentException if one of them breaks its rule
   */
  public NewApplication {
    Labels.name(name);
    Labels.description(description);
    schemes = SchemeIds.checked(schemes);
  }

  /** With the native scheme, not described. */
  public static NewApplication of(String accountId, String name) {
    return new NewApplication(accountId, name, "", Set.of(Schemes.countersign1().id()));
  }

  /** The same, described. */
  public NewApplication describedAs(String text) {
    return new NewApplication(accountId, name, text, schemes);
  }

  /** The same, with these schemes only. */
  public NewApplication signingWith(Set<String> schemeIds) {
    return new NewApplication(accountId, name, description, schemeIds);
  }
}
