package dev.countersign.sample.path;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Sends targets to a WAR whose servlets name themselves, as two applications. */
record PathSite(Site site, Site unprotected) {

  /** What each application was granted, as the servlets that this lets it reach. */
  private static final Map<String, Set<String>> REACHABLE =
      Map.of(
          "echo", Set.of("api", "open", "files", "exact", "do"),
          "shop-front", Set.of("admin", "secret", "do", "root", "fallback"));

  /**
   * Each application signs the target as it is sent. Either no servlet runs, or the one that does
   * is one that the application may reach, by an API that is its own.
   *
   * @return the servlets that ran
   */
  Set<String> assertDecided(String sentence, String target) {
    Set<String> ran = new TreeSet<>();
    REACHABLE.forEach(
        (application, reachable) -> {
          RawRequest signed =
              WireSigner.sign(site.get("/").target(target), site.application(application));
          long before = site.invocations();
          RawResponse answer = site.send(signed);
          String what = sentence + ": " + target + " by " + application + " -> " + answer;
          if (answer.status() == 200) {
            ran.add(assertRight(answer.json(), reachable, what));
          } else {
            assertTrue(site.invocations() == before + 1, "a servlet was invoked: " + what);
            assertTrue(isRefusal(answer, signed), what);
          }
        });
    return ran;
  }

  private static String assertRight(JsonNode answer, Set<String> reachable, String what) {
    String servlet = answer.path("servlet").asText();
    String decided = answer.path("decided").asText();
    assertTrue(reachable.contains(servlet), "not granted: " + what);
    assertTrue(answer.path("apis").toString().contains('"' + decided.substring(2) + '"'), what);
    return servlet;
  }

  private boolean isRefusal(RawResponse answer, RawRequest signed) {
    boolean byTheFilter = !answer.code().equals("-") && answer.status() < 500;
    return byTheFilter || site.isServersOwn(answer, signed, unprotected);
  }
}
