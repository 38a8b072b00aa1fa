package dev.countersign.sample.vendors;

import dev.countersign.sample.wire.RawRequest.Field;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A query as clients want it that encode by themselves. */
final class DecodedQuery {

  private DecodedQuery() {}

  static List<Field> pairs(String query) {
    return Arrays.stream(query.split("&", -1))
        .filter(piece -> !piece.isEmpty())
        .map(piece -> piece.split("=", 2))
        .map(pair -> new Field(decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1])))
        .toList();
  }

  static Map<String, List<String>> byName(String query) {
    return pairs(query).stream()
        .collect(
            Collectors.groupingBy(
                Field::name,
                LinkedHashMap::new,
                Collectors.mapping(Field::value, Collectors.toList())));
  }

  static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
