package dev.countersign.signing.aws4;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.Tokens;
import dev.countersign.signing.aws4.Aws4Options.PathEncoding;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** The forms in which deployed clients sign a path, the likeliest first. */
final class CanonicalPath {

  private CanonicalPath() {}

  /**
   * @param path as on the request line, not empty
   */
  static Set<String> forms(String path, PathEncoding encoding) throws UnreadableSignatureException {
    Set<String> forms = new LinkedHashSet<>(4);
    if (encoding == PathEncoding.DOUBLE) {
      forms.add(UriEncoding.encodedPath(normalized(path)));
    }
    // "/a%20b" encoded twice is "/a%2520b" sent as it stands: two requests, one text.
    boolean twiceEncodedAlready = encoding == PathEncoding.DOUBLE && path.contains("%25");
    if (Tokens.isVisibleAsciiWithoutSpace(path) && !twiceEncodedAlready) {
      forms.add(path);
      if (encoding == PathEncoding.SINGLE) {
        forms.add(encodedOnce(path));
      }
    }
    if (forms.isEmpty()) {
      throw malformed("the path holds something other than visible ASCII");
    }
    return forms;
  }

  /** As npm aws4 signs paths for S3: decoded, and each segment encoded again in full. */
  private static String encodedOnce(String path) throws UnreadableSignatureException {
    StringBuilder out = new StringBuilder(path.length() + 16);
    int from = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
      out.append(UriEncoding.normalized(path.substring(from, slash), "%2B")).append('/');
      from = slash + 1;
    }
    return out.append(UriEncoding.normalized(path.substring(from), "%2B")).toString();
  }

  /** Without empty and dot segments (RFC 3986 section 5.2.4); a final slash stays. */
  private static String normalized(String path) {
    if (!path.contains("//") && !path.contains("/.")) {
      return path;
    }
    Deque<String> kept = new ArrayDeque<>();
    String last = "";
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        kept.addLast(segment);
      }
      last = segment;
    }
    boolean folder = last.isEmpty() || last.equals(".") || last.equals("..");
    return "/" + String.join("/", kept) + (folder && !kept.isEmpty() ? "/" : "");
  }
}
