package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each header missing, repeated, empty, over-long and malformed. */
@ExtendWith(Sites.Extension.class)
class HeaderFormsIT {

  private static final Pattern RUN = Pattern.compile("\\{(.+?)\\*(\\d+)}");

  private static final Set<String> BY_SERVERS = Set.of("Host", "Upgrade");

  private final Site site;

  HeaderFormsIT(Sites sites) {
    site = sites.of(SiteKind.MEMORY);
  }

  @Test
  void untouchedRequest_isAdmitted() {
    site.assertAdmitted(site.signed(request()));
  }

  @ParameterizedTest(name = "{0} is refused")
  @CsvFileSource(
      resources = "/attack/header-forms.csv",
      delimiter = '|',
      numLinesToSkip = 1,
      emptyValue = "",
      maxCharsPerColumn = 1000)
  void headerForm_isRefused(
      String sentence, String header, String action, String value, int status, String code) {
    String written = expand(value == null ? "" : value);
    RawRequest signed = site.signed(request());
    RawRequest attack =
        switch (action) {
          case "missing" -> signed.without(header);
          case "repeated" -> signed.add(header, signed.header(header).orElseThrow());
          // Signed with what is wrong in it, so that only the form can be the reason.
          case "resigned" -> site.signed(request().set(header, written));
          case "replaced" -> signed.set(header, written);
          default -> throw new AssertionError(action);
        };
    RawResponse answer = site.refused(attack);
    assertEquals(status, answer.status(), answer::toString);
    // Servers refuse some by themselves, and not all the same.
    assertTrue(
        answer.code().equals(code) || (answer.code().equals("-") && BY_SERVERS.contains(header)));
  }

  private RawRequest request() {
    return site.request("POST", "/echo/forms")
        .add("X-Tenant", "acme")
        .add("X-Region", "north")
        .add("X-App-Signed-Headers", "x-tenant")
        .add("Content-Encoding", "x-none")
        .body("application/json", "{\"n\":1}");
  }

  private static String expand(String value) {
    Matcher runs = RUN.matcher(value);
    return runs.replaceAll(run -> run.group(1).repeat(Integer.parseInt(run.group(2))));
  }
}
