package dev.countersign.signing.aws4;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.Tokens;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A query and the forms in which deployed clients sign it. */
final class CanonicalQuery {

  private static final int MAX_PARAMETERS = 1000;
  private static final String SPACE = "%20";
  private static final String PLUS = "%2B";

  private final String sent;
  private final List<QueryParameter> raw;
  private final List<QueryParameter> encoded;

  private CanonicalQuery(String sent, List<QueryParameter> raw, List<QueryParameter> encoded) {
    this.sent = sent;
    this.raw = raw;
    this.encoded = encoded;
  }

  static CanonicalQuery parse(String query) throws UnreadableSignatureException {
    if (!Tokens.isVisibleAsciiWithoutSpace(query)) {
      throw malformed("the query holds something other than visible ASCII");
    }
    List<QueryParameter> raw = new ArrayList<>();
    for (String pair : query.split("&", MAX_PARAMETERS + 1)) {
      if (!pair.isEmpty()) {
        raw.add(QueryParameter.parse(pair));
      }
    }
    if (raw.size() > MAX_PARAMETERS) {
      throw malformed("the query has more than " + MAX_PARAMETERS + " parameters");
    }
    return new CanonicalQuery(query, raw, normalized(raw, SPACE));
  }

  /** The parameters, names and values in the one spelling. */
  List<QueryParameter> parameters() {
    return encoded;
  }

  /** The same query without the parameters of this name. */
  CanonicalQuery without(String name) throws UnreadableSignatureException {
    List<QueryParameter> kept = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      if (!encoded.get(i).name().equals(name)) {
        kept.add(raw.get(i));
      }
    }
    String text = kept.stream().map(QueryParameter::text).collect(Collectors.joining("&"));
    return new CanonicalQuery(text, kept, normalized(kept, SPACE));
  }

  /** All forms, the likeliest first. */
  Set<String> forms() throws UnreadableSignatureException {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(sorted(encoded, QueryParameter.BY_NAME_AND_VALUE));
    if (!forms.contains(sent)) {
      forms.add(sorted(encoded, QueryParameter.BY_DECODED_TEXT));
      forms.add(sorted(normalized(raw, PLUS), QueryParameter.BY_NAME_AND_VALUE));
      forms.add(sorted(raw, QueryParameter.BY_NAME_AND_VALUE));
      forms.add(sent);
    }
    forms.add(sorted(raw, QueryParameter.BY_PAIR));
    return forms;
  }

  /**
   * Whether all queries that share a form with this one mean the same. The order of a repeated
   * parameter is not signed; and clients differ in whether a plus sign is a space.
   */
  boolean hasOneMeaning() {
    Set<String> names = new HashSet<>();
    for (QueryParameter parameter : encoded) {
      if (!names.add(parameter.name()) || parameter.text().contains(PLUS)) {
        return false;
      }
    }
    return sent.indexOf('+') < 0;
  }

  private static List<QueryParameter> normalized(List<QueryParameter> raw, String plus)
      throws UnreadableSignatureException {
    List<QueryParameter> normalized = new ArrayList<>(raw.size());
    for (QueryParameter parameter : raw) {
      normalized.add(parameter.normalized(plus));
    }
    return normalized;
  }

  private static String sorted(List<QueryParameter> parameters, Comparator<QueryParameter> order) {
    return parameters.stream()
        .sorted(order)
        .map(QueryParameter::text)
        .collect(Collectors.joining("&"));
  }
}
