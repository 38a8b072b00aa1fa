package dev.countersign.filter;

import dev.countersign.filter.access.AccessGate;
import dev.countersign.filter.access.Admitted;
import dev.countersign.filter.access.Reason;
import dev.countersign.filter.access.Verdict;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Until a set instant, verdicts are only logged and every request passes on as it came, without a
 * caller and with its body unread. Where no verdict can be given at all, the request is refused
 * here too. Thread-safe.
 */
final class ReportOnly {

  private final @Nullable Instant until;
  private final StoreLink<AccessGate> link;
  private final ServletRequests requests;
  private final Reception reception;
  private final InstantSource clock;

  ReportOnly(
      @Nullable Instant until,
      StoreLink<AccessGate> link,
      ServletRequests requests,
      Reception reception,
      InstantSource clock) {
    this.until = until;
    this.link = link;
    this.requests = requests;
    this.reception = reception;
    this.clock = clock;
  }

  boolean isOn() {
    return until != null && clock.instant().isBefore(until);
  }

  /**
   * @param fresh whether this is a new request, not a later dispatch of one that was reported on
   */
  void pass(
      HttpServletRequest request, HttpServletResponse response, Passage passage, boolean fresh)
      throws IOException, ServletException {
    AccessGate gate = link.get();
    if (gate == null) {
      reception.refuseWithoutGate(request, response);
      return;
    }
    if (!DeclaredLength.isReadable(request)) {
      reception.refuseUnreadableLength(request, response);
      return;
    }
    if (fresh) {
      report(request, gate);
    }
    passage.take(request, response);
  }

  private void report(HttpServletRequest request, AccessGate gate) {
    String requestId = RequestId.next();
    Verdict verdict;
    try {
      UnreadBody body = new UnreadBody(DeclaredLength.of(request));
      verdict = gate.decide(requests.arrival(requestId, request), body);
    } catch (AmbiguousTargetException e) {
      verdict = new Verdict.Rejected(Reason.PATH_AMBIGUOUS, e.explanation(), null);
    }
    if (verdict instanceof Admitted admitted) {
      DecisionLog.wouldAdmit(requestId, request, admitted);
    } else {
      DecisionLog.wouldRefuse(requestId, request, (Verdict.Rejected) verdict);
    }
  }
}
