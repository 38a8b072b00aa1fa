package dev.countersign.console.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An operation and what carries it out. */
record Route(Endpoint endpoint, List<String> segments, Handler handler) {

  static Route of(Endpoint endpoint, Handler handler) {
    return new Route(endpoint, split(endpoint.template()), handler);
  }

  /** The segments of a path that begins with a slash. */
  static List<String> split(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /** The variables of the template in a path; empty if it is another path. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String wanted = segments.get(i);
      if (wanted.startsWith("{")) {
        variables.put(wanted.substring(1, wanted.length() - 1), path.get(i));
      } else if (!wanted.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  /** Whether no segment is a variable: such a route goes before one that has some. */
  boolean isLiteral() {
    return segments.stream().noneMatch(segment -> segment.startsWith("{"));
  }
}
