package dev.countersign.filter.access;

import java.util.List;

/**
 * The paths of an API: literal segments, {@code {name}} for one non-empty segment, and a final
 * {@code /**} for any rest, none included. A final slash counts. Templates are compared with
 * decoded paths. Immutable and thread-safe.
 *
 * @param segments what stands between the slashes; the last one is empty for a final slash
 * @param open whether it ends in {@code /**}
 */
public record PathTemplate(List<String> segments, boolean open) {

  static final String VARIABLE = "{}";
  private static final String REST = "**";

  /** Copies the segments. */
  public PathTemplate {
    segments = List.copyOf(segments);
  }

  /**
   * Reads a template such as {@code /orders/{id}} or {@code /echo/**}.
   *
   * @throws IllegalArgumentException with a message that names the rule, if it is none
   */
  public static PathTemplate parse(String text) {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException("a path template begins with '/': " + text);
    }
    List<String> segments = List.of(text.substring(1).split("/", -1));
    boolean open = segments.get(segments.size() - 1).equals(REST);
    List<String> fixed = open ? segments.subList(0, segments.size() - 1) : segments;
    fixed.forEach(segment -> check(segment, text));
    boolean hole = fixed.subList(0, Math.max(0, fixed.size() - (open ? 0 : 1))).contains("");
    if (hole) {
      throw new IllegalArgumentException("a path template has no empty segment inside: " + text);
    }
    return new PathTemplate(fixed, open);
  }

  private static void check(String segment, String text) {
    boolean braces = segment.indexOf('{') >= 0 || segment.indexOf('}') >= 0;
    if (braces && !isVariable(segment)) {
      throw new IllegalArgumentException("a variable is a whole segment, such as {id}: " + text);
    }
    if (segment.indexOf('*') >= 0
        || segment.equals(".")
        || segment.equals("..")
        || segment.contains(";")) {
      throw new IllegalArgumentException(
          "'*' stands only in a final /**, and '.', '..' and ';' nowhere: " + text);
    }
  }

  /** Whether the segment stands for any non-empty one. */
  public static boolean isVariable(String segment) {
    return segment.length() > 2
        && segment.startsWith("{")
        && segment.endsWith("}")
        && segment.chars().filter(c -> c == '{' || c == '}').count() == 2;
  }

  /**
   * Whether every path of this template begins with this literal prefix, itself included, cut at a
   * slash.
   */
  public boolean liesWithin(String prefix) {
    List<String> wanted =
        prefix.equals("/") ? List.of() : List.of(prefix.substring(1).split("/", -1));
    return segments.size() >= wanted.size() && segments.subList(0, wanted.size()).equals(wanted);
  }

  /** The template with every variable's name taken away: equal shapes match the same paths. */
  public String shape() {
    StringBuilder shape = new StringBuilder();
    segments.forEach(segment -> shape.append('/').append(isVariable(segment) ? VARIABLE : segment));
    return shape.append(open ? "/" + REST : "").toString();
  }

  @Override
  public String toString() {
    return (segments.isEmpty() ? "" : "/" + String.join("/", segments)) + (open ? "/" + REST : "");
  }
}
