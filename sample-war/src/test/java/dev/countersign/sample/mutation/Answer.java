package dev.countersign.sample.mutation;

import dev.countersign.sample.wire.RawResponse;
import java.util.Set;

/**
 * What came back.
 *
 * @param step of the gate that refused, by the code it gives; "server" where the request never came
 *     as far as the filter
 * @param isLast whether the server closes the connection
 */
record Answer(int status, String step, boolean isLast) {

  /** The server closed the connection and said nothing. */
  static final Answer SILENCE = new Answer(0, "server", true);

  /** To a request line without a version. */
  static final Answer WITHOUT_HEAD = new Answer(0, "server (HTTP/0.9)", true);

  private static final Set<String> OUT_OF_ORDER =
      Set.of("unavailable", "rate-limited", "body-timeout");

  static Answer of(RawResponse response) {
    boolean last = "close".equalsIgnoreCase(response.headers().get("Connection"));
    return new Answer(response.status(), step(response), last);
  }

  private static String step(RawResponse response) {
    if (response.status() / 100 != 2) {
      return response.code().equals("-") ? "server" : response.code();
    }
    // A path cut off at the root of the WAR leads to a page for people, where no API is. Servlets
    // answer in JSON, and the count of their calls shows whether any of them ran.
    String type = response.headers().getOrDefault("Content-Type", "");
    return type.startsWith("application/json") ? "admitted" : "start page";
  }

  boolean isAdmission() {
    return step.equals("admitted");
  }

  /** Whether something said no that has a name, and nothing failed. */
  boolean isRefusalByName() {
    boolean notSpoken = status == 501 || status == 505;
    return !isAdmission()
        && !OUT_OF_ORDER.contains(step)
        && (status < 500 || (notSpoken && step.equals("server")));
  }

  /** Whether the server failed, and no filter answered. */
  boolean isServersFailure() {
    return status >= 500 && step.equals("server");
  }
}
