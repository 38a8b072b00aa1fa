package dev.countersign.filter;

import dev.countersign.filter.access.AccessGate;
import dev.countersign.filter.access.Admitted;
import dev.countersign.filter.access.Arrival;
import dev.countersign.filter.access.Reason;
import dev.countersign.filter.access.Verdict;
import dev.countersign.filter.body.BodyLimits;
import dev.countersign.filter.body.LimitedBody;
import dev.countersign.filter.body.SpoolArea;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Receives new requests: has the gate decide, lets the admitted in and answers the refused.
 * Thread-safe.
 */
final class Reception {

  private final StoreLink<AccessGate> link;
  private final ServletRequests requests;
  private final SpoolArea spool;
  private final BodyLimits limits;
  private final MultipartRules multipart;
  private final RejectionResponse rejections;

  Reception(
      StoreLink<AccessGate> link,
      ServletRequests requests,
      SpoolArea spool,
      BodyLimits limits,
      MultipartRules multipart,
      RejectionResponse rejections) {
    this.link = link;
    this.requests = requests;
    this.spool = spool;
    this.limits = limits;
    this.multipart = multipart;
    this.rejections = rejections;
  }

  void receive(Door door, HttpServletRequest request, HttpServletResponse response, Passage passage)
      throws IOException, ServletException {
    AccessGate gate = link.get();
    if (gate == null) {
      refuseWithoutGate(request, response);
      return;
    }
    if (!DeclaredLength.isReadable(request)) {
      refuseUnreadableLength(request, response);
      return;
    }
    String requestId = RequestId.next();
    LimitedBody body = body(request);
    BodyEnd bodyEnd = new BodyEnd(body, request, response);
    try {
      Arrival arrival = requests.arrival(requestId, request);
      Verdict verdict = gate.decide(arrival, body);
      if (verdict instanceof Admitted admitted) {
        DecisionLog.admitted(requestId, request, admitted);
        AuthenticatedRequest inside =
            new AuthenticatedRequest(
                request, response, new Caller(admitted), body, bodyEnd, limits, multipart);
        Passage way = way(gate, arrival, admitted, inside, passage);
        letIn(door, requestId, inside, response, way);
      } else {
        refuse(request, response, requestId, (Verdict.Rejected) verdict);
      }
    } catch (AmbiguousTargetException e) {
      refuse(request, response, requestId, unexplained(Reason.PATH_AMBIGUOUS, e.explanation()));
    } finally {
      bodyEnd.afterRequest();
    }
    if (SlowCaller.has(body) && !request.isAsyncStarted()) {
      SlowCaller.abandon(request, response);
    }
    if (body.isCrowdedOut() && DeclaredLength.announcesBytes(request)) {
      SlowCaller.abandon(request, response);
    }
  }

  private LimitedBody body(HttpServletRequest request) {
    long declared = DeclaredLength.of(request);
    RequestBody body = new RequestBody(request);
    return FormTaking.by(request)
        ? spool.wholeBody(body, declared, System::nanoTime)
        : spool.body(body, declared, System::nanoTime);
  }

  /** Where there is no way in, the decision told so far is not the last one. */
  private static Passage way(
      AccessGate gate,
      Arrival arrival,
      Admitted admitted,
      AuthenticatedRequest inside,
      Passage passage)
      throws AmbiguousTargetException {
    if (!admitted.placement().forwarded()) {
      return passage;
    }
    try {
      return EnvironmentForward.passage(inside, admitted.placement(), passage);
    } catch (AmbiguousTargetException e) {
      String explanation = "after it was admitted: " + e.explanation();
      gate.tellLate(arrival, admitted, unexplained(Reason.PATH_AMBIGUOUS, explanation));
      throw new AmbiguousTargetException(explanation);
    }
  }

  private void letIn(
      Door door,
      String requestId,
      AuthenticatedRequest inside,
      HttpServletResponse response,
      Passage passage)
      throws IOException, ServletException {
    ResponseHead before = ResponseHead.of(response);
    response.setHeader("Cache-Control", "private");
    Admission.mark(inside, door, inside);
    try {
      passage.take(inside, response);
    } catch (IOException | ServletException | RuntimeException thrown) {
      Verdict.Rejected fault = CallersFault.in(thrown);
      if (fault == null || response.isCommitted() || inside.isAsyncStarted()) {
        throw thrown;
      }
      before.restore(response);
      refuse(inside, response, requestId, fault);
      return;
    }
    inside.afterChain();
  }

  /** Refuses a request because no gate can be asked yet. */
  void refuseWithoutGate(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    refuse(request, response, Reason.UNAVAILABLE, "the stores are not open");
  }

  /** Refuses a request of which not even the server can tell how long it says to be. */
  void refuseUnreadableLength(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    refuse(request, response, Reason.MALFORMED, "the server finds no number in Content-Length");
  }

  /** Refuses a request on which the gate was not asked. */
  void refuse(
      HttpServletRequest request, HttpServletResponse response, Reason reason, String explanation)
      throws IOException {
    refuse(request, response, RequestId.next(), unexplained(reason, explanation));
  }

  private void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      String requestId,
      Verdict.Rejected rejected)
      throws IOException {
    DecisionLog.refused(requestId, request, rejected);
    rejections.send(request, response, requestId, rejected);
    if (rejected.reason() == Reason.BODY_TIMEOUT) {
      SlowCaller.abandon(request, response);
    }
  }

  private static Verdict.Rejected unexplained(Reason reason, String explanation) {
    return new Verdict.Rejected(reason, explanation, null);
  }
}
