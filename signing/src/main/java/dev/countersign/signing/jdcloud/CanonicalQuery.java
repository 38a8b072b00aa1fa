package dev.countersign.signing.jdcloud;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A query and the forms in which deployed clients sign it. */
final class CanonicalQuery {

  private static final int MAX_PARAMETERS = 1000;

  private final Version version;
  private final String sent;
  private final List<QueryParameter> raw;

  private CanonicalQuery(Version version, String sent, List<QueryParameter> raw) {
    this.version = version;
    this.sent = sent;
    this.raw = raw;
  }

  static CanonicalQuery parse(Version version, String query) throws UnreadableSignatureException {
    List<QueryParameter> raw = new ArrayList<>();
    for (String pair : query.split("&", MAX_PARAMETERS + 1)) {
      if (!pair.isEmpty()) {
        raw.add(QueryParameter.parse(pair));
      }
    }
    if (raw.size() > MAX_PARAMETERS) {
      throw malformed("the query has more than " + MAX_PARAMETERS + " parameters");
    }
    return new CanonicalQuery(version, query, version == Version.JDCLOUD3 ? named(raw) : raw);
  }

  /** The newer version signs no parameter without a name, so such a one must say nothing. */
  private static List<QueryParameter> named(List<QueryParameter> parameters)
      throws UnreadableSignatureException {
    List<QueryParameter> named = new ArrayList<>(parameters.size());
    for (QueryParameter parameter : parameters) {
      if (!parameter.name().isEmpty()) {
        named.add(parameter);
      } else if (!parameter.value().isEmpty()) {
        throw malformed("the query holds a value without a name, which is not signed");
      }
    }
    return named;
  }

  /** All forms, the likeliest first. */
  Set<String> forms(JdcloudOptions options) {
    List<QueryParameter> encoded = raw.stream().map(QueryParameter::normalized).toList();
    Set<String> forms = new LinkedHashSet<>();
    forms.add(sorted(encoded, QueryParameter.BY_NAME_AND_VALUE));
    forms.add(sorted(encoded, QueryParameter.BY_DECODED_TEXT));
    if (version == Version.JDCLOUD2) {
      addFormsOfTheOlder(encoded, forms);
    }
    if (options.encodedTwice()) {
      forms.add(
          sorted(
              raw.stream().map(QueryParameter::encodedAgain).toList(),
              QueryParameter.BY_NAME_AND_VALUE));
    }
    return forms;
  }

  private void addFormsOfTheOlder(List<QueryParameter> encoded, Set<String> forms) {
    forms.add(sent);
    forms.add(sorted(raw, QueryParameter.BY_NAME_AND_VALUE));
    forms.add(sorted(raw, QueryParameter.BY_NAME));
    if (!sent.isEmpty() && sent.indexOf('=') < 0) {
      forms.add(sent + "=");
    }
    if (raw.stream().noneMatch(QueryParameter::hidesAnEscape)) {
      forms.add(
          sorted(
              encoded.stream().map(CanonicalQuery::percentSigns).toList(),
              QueryParameter.BY_NAME_AND_VALUE));
    }
  }

  /**
   * JD's SDK for Java turns the escape of a percent sign back. Not where that makes another escape:
   * {@code %2541} would pass for {@code %41}.
   */
  private static QueryParameter percentSigns(QueryParameter encoded) {
    return new QueryParameter(
        encoded.name().replace("%25", "%"), encoded.value().replace("%25", "%"));
  }

  private static String sorted(List<QueryParameter> parameters, Comparator<QueryParameter> order) {
    return parameters.stream()
        .sorted(order)
        .map(QueryParameter::text)
        .collect(Collectors.joining("&"));
  }
}
