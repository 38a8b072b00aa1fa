package dev.countersign.signing.aliyun;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The last part of a string to sign, path and parameters, in the forms that clients sign. */
final class Resource {

  private Resource() {}

  /**
   * The forms, the likeliest first; none where no form says one thing only.
   *
   * @param haveForm whether some of the parameters are those of a form
   */
  static Set<String> forms(String path, Parameters parameters, boolean haveForm) {
    Set<String> forms = new LinkedHashSet<>(4);
    Optional<String> decoded = parameters.decoded();
    decoded.ifPresent(text -> forms.add(joined(path, text)));
    decoded.ifPresent(text -> decodedPath(path).ifPresent(plain -> forms.add(joined(plain, text))));
    if (!haveForm) {
      forms.add(asArrived(path, parameters));
    }
    return forms;
  }

  /** As the Python demo signs it. */
  static String asArrived(String path, Parameters parameters) {
    return joined(path, parameters.raw());
  }

  /**
   * As the Java SDK signs it. Not where an escape hides what ends the path, divides it, or is an
   * escape again.
   */
  private static Optional<String> decodedPath(String path) {
    return Optional.of(PercentDecoding.decoded(path, '+'))
        .filter(text -> text.indexOf('?') < 0 && text.indexOf('#') < 0)
        .filter(text -> slashes(text) == slashes(path))
        .filter(text -> text.chars().noneMatch(c -> c < ' ' || c == 0x7F))
        .filter(text -> !PercentDecoding.holdsEscape(text));
  }

  private static long slashes(String text) {
    return text.chars().filter(c -> c == '/').count();
  }

  private static String joined(String path, String parameters) {
    return parameters.isEmpty() ? path : path + "?" + parameters;
  }
}
