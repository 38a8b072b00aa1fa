package dev.countersign.filter;

import dev.countersign.filter.settings.FilterSettings;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.tencent.TencentScheme;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether a request comes from a program that was written for Tencent's gateway: it bears the mark
 * of that scheme. One that bears no scheme's mark counts too where no other scheme is accepted, for
 * then nobody else is expected. Programs of other schemes never get an answer that they cannot
 * read.
 *
 * @param expectedAlone whether {@code tencent} is the only scheme accepted
 */
record TencentCallers(boolean expectedAlone) implements Predicate<HttpServletRequest> {

  /** Those who are answered as Tencent's gateway did; nobody unless {@code compat} says so. */
  static Predicate<HttpServletRequest> of(FilterSettings settings) {
    if (!settings.answersAsTencent()) {
      return request -> false;
    }
    List<String> accepted = settings.schemes().stream().map(SignatureScheme::id).toList();
    return new TencentCallers(accepted.equals(List.of(TencentScheme.ID)));
  }

  @Override
  public boolean test(HttpServletRequest request) {
    String query = request.getQueryString();
    SignableRequest head =
        new SignableRequest(
            request.getMethod(),
            "",
            request.getRequestURI(),
            query == null ? "" : query,
            ServletRequests.headers(request));
    List<String> marks =
        Schemes.known().stream()
            .filter(scheme -> scheme.recognises(head))
            .map(SignatureScheme::id)
            .toList();
    return marks.isEmpty() ? expectedAlone : marks.contains(TencentScheme.ID);
  }
}
