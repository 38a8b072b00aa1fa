package dev.countersign.signing.tencent;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The forms in which a client may have signed the path.
 *
 * @param raw as received, without the environment segment first where there is one
 * @param decoded the same without escapes, where that is another text and a clear one
 */
record SignedPaths(List<String> raw, List<String> decoded) {

  private static final List<String> ENVIRONMENTS = List.of("/release", "/prepub", "/test");

  static SignedPaths of(String path) {
    String whole = path.isEmpty() ? "/" : path;
    List<String> raw = Stream.concat(withoutEnvironment(whole).stream(), Stream.of(whole)).toList();
    return new SignedPaths(raw, raw.stream().flatMap(one -> decoded(one).stream()).toList());
  }

  /** Only a whole segment: {@code /releases} names no environment. */
  private static Optional<String> withoutEnvironment(String path) {
    for (String environment : ENVIRONMENTS) {
      if (path.equals(environment)) {
        return Optional.of("/");
      }
      if (path.startsWith(environment + '/')) {
        return Optional.of(path.substring(environment.length()));
      }
    }
    return Optional.empty();
  }

  /** Not where an escape hides what ends the path, divides it, or is an escape again. */
  private static Optional<String> decoded(String path) {
    return PercentDecoding.path(path)
        .filter(text -> !text.equals(path))
        .filter(text -> text.indexOf('?') < 0 && text.indexOf('#') < 0)
        .filter(text -> slashes(text) == slashes(path))
        .filter(text -> text.chars().noneMatch(Character::isISOControl))
        .filter(text -> !PercentDecoding.holdsEscape(text));
  }

  private static long slashes(String text) {
    return text.chars().filter(c -> c == '/').count();
  }
}
