package dev.countersign.sample.answer;

import dev.countersign.filter.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who called, as the answers show it.
 *
 * @param application its id, which is also the name of the principal
 * @param account id of the account that owns it
 * @param appKey under which it signed
 * @param environment in which it may
 * @param api what it may, such as {@code GET /orders/{id}}
 * @param grants ids of what allows it
 * @param roles that these give it
 */
public record CallerView(
    String application,
    String account,
    String appKey,
    String environment,
    String api,
    List<String> grants,
    Set<String> roles) {

  /** Who called, or empty where no filter stands before the servlet. */
  public static Optional<CallerView> of(HttpServletRequest request) {
    return Caller.of(request)
        .map(
            caller ->
                new CallerView(
                    caller.application(),
                    caller.account(),
                    caller.appKey().value(),
                    caller.environment(),
                    caller.operation(),
                    caller.grants(),
                    caller.roles()));
  }
}
