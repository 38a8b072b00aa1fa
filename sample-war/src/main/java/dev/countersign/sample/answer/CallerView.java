package dev.countersign.sample.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Who called, as the answers show it.
 *
 * @param application its id, which is also the name of the principal
 * @param authType how it proved that
 */
public record CallerView(String application, String authType) {

  /** Who called, or empty where no filter stands before the servlet. */
  public static Optional<CallerView> of(HttpServletRequest request) {
    return Optional.ofNullable(request.getUserPrincipal())
        .map(principal -> new CallerView(principal.getName(), request.getAuthType()));
  }
}
