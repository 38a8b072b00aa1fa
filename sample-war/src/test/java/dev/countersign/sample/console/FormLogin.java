package dev.countersign.sample.console;

import dev.countersign.sample.server.SampleUsers;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.wire.RawResponse;

/** Logs in as a browser does: a page, the container's form, a redirect back. */
final class FormLogin {

  private FormLogin() {}

  /** The cookie of the session that is logged in. */
  static String cookie(Site site, SampleUsers.User user) {
    RawResponse form = site.send(site.get("/console/"));
    String cookie = cookieOf(form);
    RawResponse answer =
        site.send(
            site.request("POST", "/console/j_security_check")
                .add("Cookie", cookie)
                .body(
                    "application/x-www-form-urlencoded",
                    "j_username=" + user.name() + "&j_password=" + user.password()));
    if (answer.status() != 302 && answer.status() != 303) {
      throw new AssertionError("not logged in: " + answer);
    }
    return answer.headers().containsKey("Set-Cookie") ? cookieOf(answer) : cookie;
  }

  private static String cookieOf(RawResponse answer) {
    return answer.headers().get("Set-Cookie").split(";", 2)[0];
  }
}
