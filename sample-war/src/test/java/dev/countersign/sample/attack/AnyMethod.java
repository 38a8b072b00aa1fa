package dev.countersign.sample.attack;

import java.util.stream.Stream;

/** Methods that are asked of a server, those that it knows and those that it does not. */
final class AnyMethod {

  /** For {@code MethodSource}. */
  static final String ALL = "dev.countersign.sample.attack.AnyMethod#all";

  private AnyMethod() {}

  static Stream<String> all() {
    return Stream.of(
        "GET", "HEAD", "DELETE", "OPTIONS", "PATCH", "PUT", "POST", "PURGE", "PROPFIND", "QUERY");
  }
}
