package dev.countersign.signing.aliyun;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.Tokens;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parameters of query and form in one pool, as they arrived. Each name occurs once: the gateway
 * signs the first value only, so that anybody could append another.
 */
record Parameters(List<Parameter> all) {

  private static final int MAX_PARAMETERS = 1000;

  static Parameters of(String query, String form) throws UnreadableSignatureException {
    List<Parameter> all = new ArrayList<>();
    addAll(query, all);
    addAll(form, all);
    Set<String> names = new HashSet<>();
    for (Parameter parameter : all) {
      if (parameter.name().isEmpty()) {
        throw malformed("a parameter has no name");
      }
      if (!names.add(parameter.decoded().name())) {
        throw malformed("a parameter occurs more than once, and one value would be unsigned");
      }
    }
    return new Parameters(all);
  }

  /** Decoded and sorted by name; empty where that reads like other parameters too. */
  Optional<String> decoded() {
    List<Parameter> decoded = all.stream().map(Parameter::decoded).toList();
    return decoded.stream().allMatch(Parameter::isClear)
        ? Optional.of(sorted(decoded))
        : Optional.empty();
  }

  /** As they arrived, sorted by name. */
  String raw() {
    return sorted(all);
  }

  private static void addAll(String text, List<Parameter> all) throws UnreadableSignatureException {
    if (!Tokens.isVisibleAsciiWithoutSpace(text) || PercentDecoding.holdsBrokenEscape(text)) {
      throw malformed("a query or form holds a broken escape, or something that is not escaped");
    }
    for (String pair : text.split("&", MAX_PARAMETERS + 1)) {
      if (!pair.isEmpty()) {
        all.add(Parameter.parse(pair));
      }
    }
    if (all.size() > MAX_PARAMETERS) {
      throw malformed("there are more than " + MAX_PARAMETERS + " parameters");
    }
  }

  private static String sorted(List<Parameter> parameters) {
    return parameters.stream()
        .sorted(Comparator.comparing(Parameter::name))
        .map(Parameter::text)
        .collect(Collectors.joining("&"));
  }
}
