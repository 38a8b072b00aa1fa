package dev.countersign.sample.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.run.Demonstration;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Application;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signers of other languages, and the lines that the sample prints, against the sample. */
@ExtendWith(Sites.Extension.class)
class SignersIT {

  private static final Path SIGNERS = Path.of(System.getProperty("signers"));

  private final Site site;

  SignersIT(Sites sites) {
    site = sites.of(SiteKind.SAMPLE);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({"sh, countersign.sh", "python3, countersign.py", "node, countersign.mjs"})
  void signer_isAdmittedAndRefusedAsItShould(String interpreter, String file) {
    Command get = call("shop-front", interpreter, file, "GET", url("/orders?status=open"));
    assertEquals(0, get.exitCode(), get::output);
    assertTrue(get.output().contains("fountain") || get.output().contains("orders"), get::output);

    Command post =
        call(
            "shop-front",
            interpreter,
            file,
            "-H",
            "Content-Type: application/json",
            "-d",
            "{\"item\":\"Füller\",\"quantity\":3}",
            "POST",
            url("/orders"));
    assertEquals(0, post.exitCode(), post::output);
    assertTrue(post.output().contains("Füller"), post::output);

    Command ungranted = call("no-grant", interpreter, file, "GET", url("/orders/17"));
    assertEquals(22, ungranted.exitCode(), ungranted::output);
    assertTrue(ungranted.output().contains("not-granted"), ungranted::output);
  }

  @Test
  void printedLines_showWhatTheyPromise() {
    Demonstration demonstration = Demonstration.of(site, SIGNERS);
    List<String> shown = new ArrayList<>();
    List<String> pasted = new ArrayList<>();
    for (Demonstration.Call call : demonstration.calls()) {
      shown.add("HTTP/1.1 " + call.answer().status());
      Command command = Command.run(Map.of(), List.of("bash", "-c", call.line() + " 2>/dev/null"));
      pasted.add(command.output().lines().findFirst().orElse("").strip());
    }
    assertEquals(List.of("HTTP/1.1 200", "HTTP/1.1 401", "HTTP/1.1 403"), shown);
    assertEquals(shown, pasted);
  }

  private Command call(String application, String interpreter, String file, String... words) {
    Application caller = site.application(application);
    List<String> all = new ArrayList<>(List.of(interpreter, SIGNERS.resolve(file).toString()));
    all.addAll(List.of(words));
    return Command.run(
        Map.of(
            "COUNTERSIGN_APP_KEY", caller.appKey(),
            "COUNTERSIGN_SECRET", caller.secret(),
            "COUNTERSIGN_ENVIRONMENT", caller.environment(),
            "LC_ALL", "C.UTF-8"),
        all);
  }

  private String url(String below) {
    return "http://" + site.host() + site.path() + below;
  }
}
