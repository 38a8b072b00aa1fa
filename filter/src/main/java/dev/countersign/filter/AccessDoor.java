package dev.countersign.filter;

import dev.countersign.filter.access.Reason;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sorts dispatches: a new request is received, a later dispatch passes only on this door's own
 * mark.
 */
final class AccessDoor implements Door {

  private final Reception reception;
  private final ReportOnly reportOnly;
  private final DeploymentCheck deployment;
  private final Runnable end;

  AccessDoor(Reception reception, ReportOnly reportOnly, DeploymentCheck deployment, Runnable end) {
    this.reception = reception;
    this.reportOnly = reportOnly;
    this.deployment = deployment;
    this.end = end;
  }

  @Override
  public void enter(HttpServletRequest request, HttpServletResponse response, Passage passage)
      throws IOException, ServletException {
    boolean fresh = request.getDispatcherType() == DispatcherType.REQUEST;
    boolean arrives = fresh && !Admission.isMarked(request);
    if (arrives) {
      deployment.look(request);
    }
    Admission own = Admission.by(this, request);
    String barrier = deployment.barrier();
    if (barrier != null) {
      reception.refuse(request, response, Reason.UNAVAILABLE, barrier);
    } else if (own != null) {
      own.pass(request, response, passage);
    } else if (reportOnly.isOn()) {
      reportOnly.pass(request, response, passage, fresh);
    } else if (!fresh) {
      reception.refuse(
          request,
          response,
          Reason.CREDENTIALS_MISSING,
          "dispatched inside without having been admitted");
    } else if (!arrives) {
      reception.refuse(
          request,
          response,
          Reason.UNAVAILABLE,
          "another access filter matched before: mappings overlap");
    } else {
      reception.receive(this, request, response, passage);
    }
  }

  @Override
  public void close() {
    end.run();
  }
}
