package dev.countersign.signing.tencent;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parameters of query and form as they arrived, still escaped.
 *
 * @param query the raw query
 * @param queryPieces the query, cut at its ampersands
 * @param formPieces the form, cut likewise; empty when the body is no form
 */
record Parameters(String query, List<String> queryPieces, List<String> formPieces) {

  private static final int MAX_PIECES = 1000;

  static Parameters of(String query, String form) throws UnreadableSignatureException {
    Parameters parameters = new Parameters(query, pieces(query), pieces(form));
    if (parameters.queryPieces.size() + parameters.formPieces.size() > MAX_PIECES) {
      throw malformed("query and form have more than " + MAX_PIECES + " parameters");
    }
    return parameters;
  }

  /** All of them, the query's first; one with an empty name stands for a stray ampersand too. */
  List<Parameter> pooled() {
    return allPieces().map(Parameter::of).toList();
  }

  Stream<String> allPieces() {
    return Stream.concat(queryPieces.stream(), formPieces.stream());
  }

  /** Readers of a broken escape differ, so it is refused even where the raw text was signed. */
  boolean areDecodable() {
    return allPieces().allMatch(piece -> PercentDecoding.parameter(piece).isPresent());
  }

  boolean haveForm() {
    return !formPieces.isEmpty();
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (!text.isEmpty() && from <= text.length() && pieces.size() <= MAX_PIECES) {
      int ampersand = text.indexOf('&', from);
      int to = ampersand < 0 ? text.length() : ampersand;
      pieces.add(text.substring(from, to));
      from = to + 1;
    }
    return pieces;
  }
}
