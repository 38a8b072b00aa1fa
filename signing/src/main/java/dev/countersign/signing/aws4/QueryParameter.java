package dev.countersign.signing.aws4;

import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.Comparator;

/** One parameter of a query; a missing value is empty, as every client signs it. */
record QueryParameter(String name, String value) {

  /** The order that AWS prescribes, of the encoded text. */
  static final Comparator<QueryParameter> BY_NAME_AND_VALUE =
      Comparator.comparing(QueryParameter::name).thenComparing(QueryParameter::value);

  /** The order of clients that sort before they encode (Go, PHP). */
  static final Comparator<QueryParameter> BY_DECODED_TEXT =
      Comparator.comparing((QueryParameter p) -> UriEncoding.decoded(p.name()))
          .thenComparing(p -> UriEncoding.decoded(p.value()));

  /** The order of clients that sort whole pairs (aws-requests-auth). */
  static final Comparator<QueryParameter> BY_PAIR = Comparator.comparing(QueryParameter::text);

  static QueryParameter parse(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0
        ? new QueryParameter(pair, "")
        : new QueryParameter(pair.substring(0, equals), pair.substring(equals + 1));
  }

  QueryParameter normalized(String plus) throws UnreadableSignatureException {
    return new QueryParameter(
        UriEncoding.normalized(name, plus), UriEncoding.normalized(value, plus));
  }

  String text() {
    return name + "=" + value;
  }
}
