package dev.countersign.filter.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * APIs by path and method, as a tree of segments. The most specific template that allows the method
 * wins, compared segment by segment from the left: literal, variable, rest. Immutable after {@link
 * #of} and thread-safe.
 */
public final class RouteTable {

  private final Node root;

  private RouteTable(Node root) {
    this.root = root;
  }

  /**
   * A table; of two APIs with the same operation the first is kept, which the management side does
   * not allow to arise.
   */
  public static RouteTable of(List<Api> apis) {
    Node root = new Node();
    apis.forEach(api -> root.add(api));
    return new RouteTable(root);
  }

  /** The API of a method and a decoded path that begins with a slash. */
  public Optional<Api> find(String method, String path) {
    return Optional.ofNullable(root.find(method, path.substring(1).split("/", -1), 0));
  }

  private static final class Node {

    private final Map<String, Node> literals = new HashMap<>();
    private final Map<String, Api> here = new HashMap<>();
    private final Map<String, Api> below = new HashMap<>();
    private @Nullable Node variable;

    void add(Api api) {
      Node node = this;
      for (String segment : api.template().segments()) {
        node = node.child(segment);
      }
      (api.template().open() ? node.below : node.here).putIfAbsent(api.method(), api);
    }

    private Node child(String segment) {
      if (!PathTemplate.isVariable(segment)) {
        return literals.computeIfAbsent(segment, absent -> new Node());
      }
      if (variable == null) {
        variable = new Node();
      }
      return variable;
    }

    @Nullable Api find(String method, String[] path, int depth) {
      if (depth == path.length) {
        Api exact = allowed(here, method);
        return exact != null ? exact : allowed(below, method);
      }
      String segment = path[depth];
      Node literal = literals.get(segment);
      Api found = literal == null ? null : literal.find(method, path, depth + 1);
      if (found == null && variable != null && !segment.isEmpty()) {
        found = variable.find(method, path, depth + 1);
      }
      return found != null ? found : allowed(below, method);
    }

    private static @Nullable Api allowed(Map<String, Api> byMethod, String method) {
      Api exact = byMethod.get(method);
      if (exact == null && method.equals("HEAD")) {
        exact = byMethod.get("GET");
      }
      return exact != null ? exact : byMethod.get(Api.ANY_METHOD);
    }
  }
}
