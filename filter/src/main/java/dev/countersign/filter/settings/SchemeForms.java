package dev.countersign.filter.settings;

import static dev.countersign.filter.settings.ValueForm.require;

import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.SignatureScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms of settings that name schemes and their options. */
final class SchemeForms {

  private SchemeForms() {}

  static ValueForm<List<SignatureScheme>> schemes() {
    return new ValueForm<>(
        "scheme ids between commas, of "
            + quoted(Schemes.known().stream().map(SignatureScheme::id)),
        text -> {
          List<SignatureScheme> schemes = new ArrayList<>();
          for (String id : ValueForm.elements(text)) {
            SignatureScheme scheme = scheme(id);
            require(!schemes.contains(scheme), '"' + id + "\" occurs twice");
            schemes.add(scheme);
          }
          return schemes;
        });
  }

  /** Options by scheme, as written and checked one by one. */
  static ValueForm<Map<String, Map<String, String>>> options() {
    return new ValueForm<>(
        "options between commas, of "
            + quoted(
                Schemes.known().stream()
                    .flatMap(
                        scheme ->
                            scheme.options().stream()
                                .map(option -> scheme.id() + '.' + option.form()))),
        text -> {
          Map<String, Map<String, String>> options = new LinkedHashMap<>();
          ValueForm.elements(text).forEach(element -> read(element, options));
          options.forEach((id, values) -> Schemes.with(scheme(id), values));
          return options;
        });
  }

  private static void read(String element, Map<String, Map<String, String>> options) {
    int equals = element.indexOf('=');
    String name = equals < 0 ? element : element.substring(0, equals).strip();
    int dot = name.indexOf('.');
    require(dot > 0, '"' + element + "\" is not <scheme>.<option>");
    require(equals < element.length() - 1, '"' + element + "\" has no value behind =");
    String value = equals < 0 ? "" : element.substring(equals + 1).strip();
    String former =
        options
            .computeIfAbsent(name.substring(0, dot), scheme -> new LinkedHashMap<>())
            .put(name.substring(dot + 1), value);
    require(former == null, '"' + name + "\" occurs twice");
  }

  private static SignatureScheme scheme(String id) {
    return Schemes.byId(id)
        .orElseThrow(() -> new IllegalArgumentException('"' + id + "\" is no scheme"));
  }

  private static String quoted(Stream<String> words) {
    return words.map(word -> '`' + word + '`').collect(Collectors.joining(", "));
  }
}
