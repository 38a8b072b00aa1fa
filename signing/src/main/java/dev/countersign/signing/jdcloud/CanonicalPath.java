package dev.countersign.signing.jdcloud;

import java.util.LinkedHashSet;
import java.util.Set;

/** The forms in which deployed clients sign a path, the likeliest first. */
final class CanonicalPath {

  private CanonicalPath() {}

  static Set<String> forms(Version version, String path) {
    Set<String> forms = new LinkedHashSet<>(2);
    if (version == Version.JDCLOUD3) {
      forms.add(decodedAndMerged(path));
    } else {
      forms.add(segmentsEncoded(path));
      forms.add(path);
    }
    return forms;
  }

  /** Each segment on its own, so that an escaped slash never becomes a slash. */
  private static String segmentsEncoded(String path) {
    StringBuilder out = new StringBuilder(path.length() + 16);
    int from = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
      out.append(segment(path.substring(from, slash))).append('/');
      from = slash + 1;
    }
    return out.append(segment(path.substring(from))).toString();
  }

  private static String segment(String segment) {
    return UriEncoding.encoded(UriEncoding.decoded(segment, '+'));
  }

  /**
   * The rule of the newer version: plus signs are spaces, escaped slashes are slashes, of which
   * several are one.
   */
  private static String decodedAndMerged(String path) {
    String decoded = UriEncoding.decoded(path, ' ');
    StringBuilder merged = new StringBuilder(decoded.length() + 1).append('/');
    for (int i = 0; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      if (c != '/' || merged.charAt(merged.length() - 1) != '/') {
        merged.append(c);
      }
    }
    return UriEncoding.encoded(merged.toString()).replace("%2F", "/");
  }
}
