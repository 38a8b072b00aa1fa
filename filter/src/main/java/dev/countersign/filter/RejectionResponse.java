package dev.countersign.filter;

import dev.countersign.filter.access.Reason;
import dev.countersign.filter.access.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Tells a caller that he is refused: status and code, never the precise cause. Two requests that
 * are refused for the same reason get the same bytes, but for the request id. Immutable and
 * thread-safe.
 */
final class RejectionResponse {

  private static final int MOST_OF_CANONICAL_REQUEST = 8192;
  private static final int SC_TOO_MANY_REQUESTS = 429;

  private final List<String> challenges;
  private final boolean diagnostics;
  private final Predicate<HttpServletRequest> asTencent;
  private final InstantSource clock;

  /**
   * @param challenges one per enabled scheme, at least one: a 401 has to carry them (RFC 9110
   *     section 15.5.2)
   * @param diagnostics whether canonical requests are shown
   * @param asTencent the requests that are answered in the words of Tencent's gateway
   */
  RejectionResponse(
      List<String> challenges,
      boolean diagnostics,
      Predicate<HttpServletRequest> asTencent,
      InstantSource clock) {
    this.challenges = List.copyOf(challenges);
    this.diagnostics = diagnostics;
    this.asTencent = asTencent;
    this.clock = clock;
  }

  /**
   * Answers the request, unless it is included in a page or its response is committed: then nothing
   * is written.
   */
  void send(
      HttpServletRequest request,
      HttpServletResponse response,
      String requestId,
      Verdict.Rejected rejected)
      throws IOException {
    if (ProblemResponse.isClosed(request, response)) {
      return;
    }
    String told = told(rejected);
    if (asTencent.test(request)) {
      TencentRefusal refusal = TencentRefusal.of(rejected.reason()).showing(told);
      addHeaders(response, refusal.status(), rejected.reason());
      refusal.send(request, response, requestId);
    } else {
      addHeaders(response, rejected.reason().status(), rejected.reason());
      sendProblem(request, response, requestId, rejected.reason(), told);
    }
  }

  private void addHeaders(HttpServletResponse response, int status, Reason reason) {
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", challenges.get(0));
      challenges.stream()
          .skip(1)
          .forEach(challenge -> response.addHeader("WWW-Authenticate", challenge));
    }
    if (status == SC_TOO_MANY_REQUESTS) {
      response.setHeader("Retry-After", "1");
    }
    if (reason == Reason.STALE) {
      response.setDateHeader("Date", clock.instant().toEpochMilli());
    }
  }

  private void sendProblem(
      HttpServletRequest request,
      HttpServletResponse response,
      String requestId,
      Reason reason,
      String told)
      throws IOException {
    Map<String, String> members = new LinkedHashMap<>();
    if (reason == Reason.STALE) {
      members.put("serverTime", clock.instant().toString());
    }
    if (!told.isEmpty()) {
      members.put("canonicalRequest", told);
    }
    ProblemResponse.send(
        request, response, reason.status(), reason.code(), reason.title(), requestId, members);
  }

  /** What the caller is shown of the text that he should have signed; empty for nothing. */
  private String told(Verdict.Rejected rejected) {
    Supplier<String> canonicalRequest = rejected.canonicalRequest();
    return diagnostics && canonicalRequest != null ? capped(canonicalRequest.get()) : "";
  }

  private static String capped(String text) {
    return text.length() <= MOST_OF_CANONICAL_REQUEST
        ? text
        : text.substring(0, MOST_OF_CANONICAL_REQUEST) + "...";
  }
}
