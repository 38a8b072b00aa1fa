package dev.countersign.persistence.management;

import java.util.OptionalLong;

/**
 * The version that the actor saw before he changes an object, so that he does not undo unseen what
 * somebody else did meanwhile (what {@code If-Match} of RFC 9110 section 13.1.1 asks). Immutable
 * and thread-safe.
 */
public final class ExpectedVersion {

  /** Whatever is there: the last change wins. */
  public static final ExpectedVersion ANY = new ExpectedVersion(OptionalLong.empty());

  private final OptionalLong version;

  private ExpectedVersion(OptionalLong version) {
    this.version = version;
  }

  /** Exactly this version, as the details of an object show it. */
  public static ExpectedVersion of(long version) {
    return new ExpectedVersion(OptionalLong.of(version));
  }

  void check(long actual) {
    if (version.isPresent() && version.getAsLong() != actual) {
      throw new ChangeConflictException(
          ChangeConflictException.Kind.VERSION,
          "version "
              + version.getAsLong()
              + " was expected, but it is version "
              + actual
              + ": read it again");
    }
  }

  @Override
  public String toString() {
    return version.isPresent() ? Long.toString(version.getAsLong()) : "*";
  }
}
