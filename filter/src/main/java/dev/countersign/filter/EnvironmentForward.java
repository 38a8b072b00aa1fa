package dev.countersign.filter;

import dev.countersign.filter.access.Placement;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * The way into the application for a request whose first segment named the environment: a forward
 * to the path without it. What remains stays encoded as it was sent, for a dispatcher decodes it as
 * the container decoded the whole.
 */
final class EnvironmentForward {

  /** Servers keep callers out of these folders, but not forwards. */
  private static final Pattern KEPT =
      Pattern.compile("/(?:WEB|META)-INF(?:[/.\\s]|$)", Pattern.CASE_INSENSITIVE);

  private EnvironmentForward() {}

  /**
   * The passage that forwards.
   *
   * @throws AmbiguousTargetException if the raw remainder is not the path on which was decided, or
   *     leads to what an application keeps to itself
   */
  static Passage passage(HttpServletRequest request, Placement placement, Passage passage)
      throws AmbiguousTargetException {
    String remainder = remainder(request);
    if (!decoded(remainder).equals(placement.path())) {
      throw new AmbiguousTargetException(
          "the path without the environment is not the one that was granted");
    }
    if (KEPT.matcher(placement.path()).lookingAt()) {
      throw new AmbiguousTargetException("nobody outside is let into WEB-INF and META-INF");
    }
    RequestDispatcher dispatcher = request.getServletContext().getRequestDispatcher(remainder);
    if (dispatcher == null) {
      throw new AmbiguousTargetException(
          "nothing can be dispatched to the path without the environment");
    }
    return passage.instead(dispatcher::forward);
  }

  private static String remainder(HttpServletRequest request) throws AmbiguousTargetException {
    String raw = request.getRequestURI();
    int environment = request.getContextPath().length() + 1;
    int end = raw.indexOf('/', environment);
    if (end < 0) {
      throw new AmbiguousTargetException("nothing follows the environment");
    }
    return raw.substring(end);
  }

  private static String decoded(String raw) throws AmbiguousTargetException {
    try {
      return new URI(raw).getPath();
    } catch (URISyntaxException e) {
      throw new AmbiguousTargetException("the path without the environment is no URI path");
    }
  }
}
