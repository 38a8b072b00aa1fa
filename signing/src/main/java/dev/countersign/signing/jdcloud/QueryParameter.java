package dev.countersign.signing.jdcloud;

import java.util.Comparator;

/** One parameter of a query; a missing value is empty. */
record QueryParameter(String name, String value) {

  /** The order that JD Cloud prescribes, of the encoded text. */
  static final Comparator<QueryParameter> BY_NAME_AND_VALUE =
      Comparator.comparing(QueryParameter::name).thenComparing(QueryParameter::value);

  /** The order of clients that leave the values of one name as they are (C++). */
  static final Comparator<QueryParameter> BY_NAME = Comparator.comparing(QueryParameter::name);

  /** The order of clients that sort before they encode (PHP, Rust). */
  static final Comparator<QueryParameter> BY_DECODED_TEXT =
      Comparator.comparing((QueryParameter p) -> decoded(p.name()))
          .thenComparing(p -> decoded(p.value()));

  static QueryParameter parse(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0
        ? new QueryParameter(pair, "")
        : new QueryParameter(pair.substring(0, equals), pair.substring(equals + 1));
  }

  /** In the one spelling; a plus sign is a space. */
  QueryParameter normalized() {
    return new QueryParameter(
        UriEncoding.encoded(decoded(name)), UriEncoding.encoded(decoded(value)));
  }

  /** With the percent signs of its escapes escaped. */
  QueryParameter encodedAgain() {
    return new QueryParameter(UriEncoding.encoded(name), UriEncoding.encoded(value));
  }

  /** Whether there is an escape below the escapes. */
  boolean hidesAnEscape() {
    return UriEncoding.holdsEscape(decoded(name)) || UriEncoding.holdsEscape(decoded(value));
  }

  String text() {
    return name + "=" + value;
  }

  private static String decoded(String text) {
    return UriEncoding.decoded(text, ' ');
  }
}
