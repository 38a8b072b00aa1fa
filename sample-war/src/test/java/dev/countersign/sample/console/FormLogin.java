package dev.countersign.sample.console;

import dev.countersign.sample.server.SampleUsers;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Logs in as a browser does: a page, the container's form, a redirect back. */
final class FormLogin {

  private static final Set<Integer> REDIRECTS = Set.of(302, 303);

  private FormLogin() {}

  /** The cookie of the session that is logged in. */
  static String cookie(Site site, SampleUsers.User user) {
    RawRequest page = site.get("/console/");
    RawResponse shown = site.send(page);
    String cookie = cookieOf(shown, "");
    String form = page.target();
    // Some servers show the form at the address of the page, others lead to it.
    if (REDIRECTS.contains(shown.status())) {
      form = location(shown);
      shown = site.send(page.target(form).add("Cookie", cookie));
      cookie = cookieOf(shown, cookie);
    }
    if (shown.status() != 200 || !shown.text().contains("action=\"j_security_check\"")) {
      throw new AssertionError("no form: " + shown);
    }
    RawResponse answer = site.send(filled(site, form, user).add("Cookie", cookie));
    if (!REDIRECTS.contains(answer.status()) || !location(answer).equals(page.target())) {
      throw new AssertionError("not logged in: " + answer);
    }
    cookie = cookieOf(answer, cookie);
    // GlassFish makes another session only now.
    return cookieOf(site.send(page.add("Cookie", cookie)), cookie);
  }

  private static RawRequest filled(Site site, String form, SampleUsers.User user) {
    String target = URI.create(form).resolve("j_security_check").getRawPath();
    return site.request("POST", "")
        .target(target)
        .body(
            "application/x-www-form-urlencoded",
            "j_username=" + escaped(user.name()) + "&j_password=" + escaped(user.password()));
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String location(RawResponse answer) {
    return URI.create(answer.headers().get("Location")).getRawPath();
  }

  private static String cookieOf(RawResponse answer, String former) {
    String sent = answer.headers().get("Set-Cookie");
    return sent == null ? former : sent.split(";", 2)[0];
  }
}
