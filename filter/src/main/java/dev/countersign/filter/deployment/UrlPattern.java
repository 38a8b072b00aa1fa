package dev.countersign.filter.deployment;

import dev.countersign.filter.access.PathTemplate;
import java.util.List;

/**
 * A {@code url-pattern} of a descriptor (Servlet specification, section 12.2), compared with others
 * by the paths that they match. {@code /} is taken as a servlet's: whatever no other servlet takes.
 * Immutable and thread-safe.
 *
 * @param text as written
 */
public record UrlPattern(String text) {

  private static final String DEFAULT = "/";

  /** Whether it stands for what no other servlet takes. */
  public boolean isDefault() {
    return text.equals(DEFAULT);
  }

  private boolean isPrefix() {
    return text.endsWith("/*");
  }

  private boolean isExtension() {
    return text.startsWith("*.");
  }

  /** What every path of a prefix pattern begins with: empty, or a path without a final slash. */
  private String stem() {
    return text.substring(0, text.length() - 2);
  }

  /** The one path of an exact pattern; the empty pattern is the context root. */
  private String exactPath() {
    return text.isEmpty() ? "/" : text;
  }

  /** Whether this matches every path that the other matches. */
  public boolean covers(UrlPattern other) {
    if (isPrefix()) {
      return stem().isEmpty()
          || (!other.isExtension() && !other.isDefault() && holds(other.stemOrPath()));
    }
    return isDefault()
        || (other.isExact() && isExact() && exactPath().equals(other.exactPath()))
        || (isExtension() && other.isExact() && other.text.endsWith(text.substring(1)))
        || (isExtension() && text.equals(other.text));
  }

  private boolean isExact() {
    return !isPrefix() && !isExtension() && !isDefault();
  }

  private String stemOrPath() {
    return isPrefix() ? stem() : exactPath();
  }

  private boolean holds(String path) {
    return path.equals(stem()) || path.startsWith(stem() + "/");
  }

  /** Whether there may be a path that both match. */
  public boolean overlaps(UrlPattern other) {
    return covers(other)
        || other.covers(this)
        || (isPrefix() && other.isExtension())
        || (isExtension() && other.isPrefix());
  }

  /** Whether there may be a path that this and the template of an API match. */
  public boolean meets(PathTemplate template) {
    if (isDefault()) {
      return true;
    }
    List<String> segments = template.segments();
    if (isExtension()) {
      String last = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
      return template.open() || PathTemplate.isVariable(last) || last.endsWith(text.substring(1));
    }
    List<String> path = split(stemOrPath());
    return fits(template, path.size()) && agree(segments, path);
  }

  private boolean fits(PathTemplate template, int length) {
    int least = template.segments().size();
    if (isPrefix()) {
      return template.open() || least >= length;
    }
    return template.open() ? least <= length : least == length;
  }

  private static List<String> split(String path) {
    return path.isEmpty() ? List.of() : List.of(path.substring(1).split("/", -1));
  }

  private static boolean agree(List<String> segments, List<String> path) {
    for (int i = 0; i < Math.min(segments.size(), path.size()); i++) {
      String segment = segments.get(i);
      if (!PathTemplate.isVariable(segment) && !segment.equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }
}
