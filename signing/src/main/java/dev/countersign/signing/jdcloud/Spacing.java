package dev.countersign.signing.jdcloud;

import java.util.List;

/** What clients do with white space inside the value of a header. */
enum Spacing {
  /** It stays as it is: JDCLOUD3, and the signer of the gateway. */
  KEPT,
  /** A run is one space: JDCLOUD2, and the PHP SDK. */
  COLLAPSED;

  private static final List<Spacing> OF_THE_OLDER = List.of(COLLAPSED, KEPT);
  private static final List<Spacing> OF_THE_NEWER = List.of(KEPT, COLLAPSED);

  /** The habits that differ for these headers, the likeliest first. */
  static List<Spacing> of(Version version, SignedHeaders headers) {
    boolean same =
        headers.values().values().stream().allMatch(value -> COLLAPSED.apply(value).equals(value));
    if (same) {
      return List.of(KEPT);
    }
    return version == Version.JDCLOUD2 ? OF_THE_OLDER : OF_THE_NEWER;
  }

  String apply(String trimmed) {
    return this == KEPT ? trimmed : HeaderValue.collapsed(trimmed);
  }
}
