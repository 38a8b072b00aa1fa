package dev.countersign.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * That one door admitted a request, kept with the request for its later dispatches. No other door's
 * mark will do: another filter may serve other APIs.
 */
final class Admission {

  private static final String ATTRIBUTE = "dev.countersign.filter.admission";

  private final Door door;
  private final AuthenticatedRequest admitted;

  private Admission(Door door, AuthenticatedRequest admitted) {
    this.door = door;
    this.admitted = admitted;
  }

  /** Marks the request, and shows its caller to access logs and to {@link Caller#of}. */
  static void mark(HttpServletRequest request, Door door, AuthenticatedRequest admitted) {
    request.setAttribute(ATTRIBUTE, new Admission(door, admitted));
    request.setAttribute(Caller.ATTRIBUTE, admitted.caller());
  }

  /** The mark of this door, or {@code null}. */
  static @Nullable Admission by(Door door, ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Admission mark && mark.isBy(door)
        ? mark
        : null;
  }

  /** Whether the request bears any mark, of whatever filter. */
  static boolean isMarked(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) != null;
  }

  /** A door is itself alone: two of the same settings are still two. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isBy(Door candidate) {
    return door == candidate;
  }

  /**
   * Passes a later dispatch on. An asynchronous or error dispatch may hand over the container's
   * bare request, whose body is gone and which knows no caller: then ours is put in front of it
   * again, for as long as the dispatch lasts.
   */
  void pass(HttpServletRequest request, HttpServletResponse response, Passage passage)
      throws IOException, ServletException {
    if (isWithin(request)) {
      run(request, response, passage);
      return;
    }
    ServletRequest before = admitted.getRequest();
    admitted.setRequest(request);
    try {
      run(admitted, response, passage);
    } finally {
      admitted.setRequest(before);
    }
  }

  private void run(HttpServletRequest request, HttpServletResponse response, Passage passage)
      throws IOException, ServletException {
    boolean returned = false;
    admitted.beforeChain();
    try {
      passage.take(request, response);
      returned = true;
    } finally {
      if (returned || isNested(request)) {
        admitted.afterChain();
      }
    }
  }

  /** Whether this dispatch runs inside another one, which goes on whatever becomes of this. */
  private static boolean isNested(HttpServletRequest request) {
    DispatcherType type = request.getDispatcherType();
    return type == DispatcherType.FORWARD || type == DispatcherType.INCLUDE;
  }

  private boolean isWithin(ServletRequest request) {
    ServletRequest each = request;
    while (!isAdmitted(each) && each instanceof ServletRequestWrapper wrapper) {
      each = wrapper.getRequest();
    }
    return isAdmitted(each);
  }

  private boolean isAdmitted(ServletRequest request) {
    return request instanceof AuthenticatedRequest own && own.isSameAs(admitted);
  }
}
