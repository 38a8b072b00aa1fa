package dev.countersign.signing.tencent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ways in which deployed clients write the parameters into the string to sign, the likeliest
 * first. Each signs every parameter with its whole value; where a client would leave one out, or
 * write what another request also reads like, the habit has no text.
 */
enum ParameterHabit {
  /** The gateway's own rule: decoded, pooled, sorted by name. PHP, Go, JavaScript, Python. */
  DECODED,
  /** The same without decoding. Java, Go. */
  RAW,
  /** Whole pieces sorted, an equals sign before nothing kept. Newer Python sample. */
  RAW_PIECES,
  /** The form, sorted, behind the query, sorted, instead of one pool. Java form sample. */
  FORM_BEHIND_QUERY,
  /** Values of a repeated name joined by commas in their order, decoded. */
  DECODED_LISTS,
  /** Values of a repeated name joined by commas in their order, raw. */
  RAW_LISTS,
  /** The query as it is sent. JavaScript sample. */
  AS_SENT;

  /** The parameters in this habit, without a question mark; empty where it does not apply. */
  Optional<String> write(Parameters parameters) {
    return switch (this) {
      case DECODED -> decoded(parameters).map(ParameterHabit::sorted);
      case RAW -> named(parameters).map(ParameterHabit::sorted);
      case RAW_PIECES -> named(parameters).map(all -> sortedPieces(parameters));
      case FORM_BEHIND_QUERY -> named(parameters).flatMap(all -> formBehindQuery(parameters));
      case DECODED_LISTS -> decoded(parameters).flatMap(ParameterHabit::lists);
      case RAW_LISTS -> named(parameters).flatMap(ParameterHabit::lists);
      case AS_SENT -> Optional.of(parameters.query()).filter(query -> !parameters.haveForm());
    };
  }

  /** Whether clients of this habit may decode the path as well. */
  boolean decodes() {
    return this == DECODED || this == DECODED_LISTS;
  }

  private static String sortedPieces(Parameters parameters) {
    return joined(parameters.allPieces().sorted(ByteOrder::compare));
  }

  private static Optional<String> formBehindQuery(Parameters parameters) {
    return Optional.of(parameters)
        .filter(all -> all.haveForm() && !all.queryPieces().isEmpty())
        .map(all -> byName(all.queryPieces()) + '&' + byName(all.formPieces()));
  }

  private static String byName(List<String> pieces) {
    return joined(
        pieces.stream()
            .sorted((a, b) -> Parameter.BY_NAME.compare(Parameter.of(a), Parameter.of(b))));
  }

  /** All parameters, if each has a name. */
  private static Optional<List<Parameter>> named(Parameters parameters) {
    return Optional.of(parameters.pooled())
        .filter(all -> all.stream().noneMatch(parameter -> parameter.name().isEmpty()));
  }

  private static Optional<List<Parameter>> decoded(Parameters parameters) {
    Optional<List<Parameter>> raw = named(parameters);
    List<Parameter> plain =
        raw.orElse(List.of()).stream().flatMap(p -> p.decoded().stream()).toList();
    return raw.filter(all -> all.size() == plain.size()).map(all -> plain);
  }

  private static String sorted(List<Parameter> parameters) {
    return joined(parameters.stream().sorted(Parameter.BY_NAME).map(Parameter::written));
  }

  /** Not with an empty value, which such clients leave out, nor with a comma inside of one. */
  private static Optional<String> lists(List<Parameter> parameters) {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    parameters.forEach(
        p -> byName.computeIfAbsent(p.name(), first -> new ArrayList<>(1)).add(p.value()));
    boolean repeated = byName.size() < parameters.size();
    boolean clear = byName.values().stream().allMatch(ParameterHabit::isClearAsList);
    return Optional.of(byName)
        .filter(all -> repeated && clear)
        .map(
            all ->
                sorted(
                    all.entrySet().stream()
                        .map(e -> new Parameter(e.getKey(), String.join(",", e.getValue())))
                        .toList()));
  }

  private static boolean isClearAsList(List<String> values) {
    return values.size() == 1
        || values.stream().noneMatch(value -> value.isEmpty() || value.indexOf(',') >= 0);
  }

  private static String joined(Stream<String> pieces) {
    return pieces.collect(Collectors.joining("&"));
  }
}
