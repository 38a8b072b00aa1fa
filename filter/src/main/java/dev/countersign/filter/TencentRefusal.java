package dev.countersign.filter;

import dev.countersign.filter.access.Reason;
import dev.countersign.signing.tencent.TencentAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * A refusal in the words and the shape of Tencent's gateway, for programs that look at them. What
 * that shape has no room for, the id of the request, is in a header of the gateway's name.
 */
record TencentRefusal(int status, String message) {

  private static final String REQUEST_ID = "X-Api-RequestId";

  /**
   * The refusal.
   *
   * @param stringToSign what the caller is shown of the server's text; empty for nothing
   */
  static TencentRefusal of(Reason reason, String stringToSign) {
    TencentAnswer answer = TencentAnswer.of(reason.code());
    TencentAnswer told = stringToSign.isEmpty() ? answer : answer.showing(stringToSign);
    return new TencentRefusal(told.status(), told.message());
  }

  void send(HttpServletRequest request, HttpServletResponse response, String requestId)
      throws IOException {
    response.setHeader(REQUEST_ID, requestId);
    ProblemResponse.send(request, response, status, "application/json", Map.of("message", message));
  }
}
