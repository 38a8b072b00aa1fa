package dev.countersign.filter;

import dev.countersign.filter.access.Admitted;
import dev.countersign.filter.access.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Writes verdicts to the log: refusals at INFO, with the precise cause that the caller is not told,
 * admissions at DEBUG. What a stranger sent stands in quotes and escaped, so that it cannot forge a
 * line. No header value is ever written.
 */
final class DecisionLog {

  private static final Logger LOG = System.getLogger(AccessFilter.class.getName());
  private static final int MOST_OF_METHOD = 32;
  private static final int MOST_OF_PATH = 512;

  private DecisionLog() {}

  static void admitted(String requestId, HttpServletRequest request, Admitted admitted) {
    LOG.log(Level.DEBUG, () -> line("Admitted", requestId, request) + who(admitted));
  }

  static void refused(String requestId, HttpServletRequest request, Verdict.Rejected rejected) {
    LOG.log(Level.INFO, () -> line("Refused", requestId, request) + why(rejected));
  }

  static void wouldAdmit(String requestId, HttpServletRequest request, Admitted admitted) {
    LOG.log(Level.INFO, () -> line("reportOnly: would admit", requestId, request) + who(admitted));
  }

  static void wouldRefuse(String requestId, HttpServletRequest request, Verdict.Rejected rejected) {
    LOG.log(Level.INFO, () -> line("reportOnly: would refuse", requestId, request) + why(rejected));
  }

  private static String line(String outcome, String requestId, HttpServletRequest request) {
    return outcome
        + " request "
        + requestId
        + ' '
        + JsonText.quoted(request.getMethod(), MOST_OF_METHOD)
        + ' '
        + JsonText.quoted(request.getRequestURI(), MOST_OF_PATH);
  }

  private static String who(Admitted admitted) {
    return " of application "
        + admitted.applicationId()
        + " to "
        + admitted.api().operation()
        + " in "
        + admitted.environment();
  }

  private static String why(Verdict.Rejected rejected) {
    return ": "
        + rejected.reason().code()
        + ", "
        + JsonText.quoted(rejected.explanation(), MOST_OF_PATH);
  }
}
