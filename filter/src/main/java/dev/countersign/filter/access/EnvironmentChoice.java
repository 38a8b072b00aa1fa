package dev.countersign.filter.access;

import java.util.Map;

/** How the environment of a request is found. */
public sealed interface EnvironmentChoice {

  /** The filter serves this one. */
  record Fixed(String environment) implements EnvironmentChoice {}

  /**
   * The first whole segment of the path below the context names it; what follows is where the
   * request goes.
   */
  record FromPath() implements EnvironmentChoice {}

  /** The caller names it in a header that his signature covers. */
  record FromHeader() implements EnvironmentChoice {}

  /**
   * The host that was called decides.
   *
   * @param byAuthority environment by canonical authority
   */
  record FromHost(Map<String, String> byAuthority) implements EnvironmentChoice {

    /** Copies the map. */
    public FromHost {
      byAuthority = Map.copyOf(byAuthority);
    }
  }
}
