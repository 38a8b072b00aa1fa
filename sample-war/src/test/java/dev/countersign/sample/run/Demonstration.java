package dev.countersign.sample.run;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Three calls that are worth a look, made once, and as lines for a shell. The lines hold the secret
 * of a sample application; those of a real one belong in a file.
 */
public record Demonstration(List<Call> calls) {

  /**
   * One of them.
   *
   * @param sentence what it shows
   * @param line to be pasted into a shell; it signs anew each time
   * @param request the same call, signed once
   */
  public record Call(String sentence, String line, RawRequest request, RawResponse answer) {}

  public static Demonstration of(Site site, Path signers) {
    Path shell = signers.toAbsolutePath().normalize().resolve("countersign.sh");
    Application shop = site.application("shop-front");
    Application none = site.application("no-grant");
    RawRequest order = site.get("/orders/17");
    RawRequest signed = WireSigner.sign(order, shop);
    RawRequest changed = signed.target(site.path() + "/orders/18");
    RawRequest ungranted = WireSigner.sign(order, none);
    String url = "http://" + site.host() + site.path() + "/orders/1";
    return new Demonstration(
        List.of(
            call(
                site,
                "A signed call is admitted:",
                sign(shell, shop) + " -i GET " + url + "7",
                signed),
            call(
                site,
                "The same call with one character changed after signing (17 became 18):",
                sign(shell, shop) + " --print GET " + url + "7 | curl -i -H @- " + url + "8",
                changed),
            call(
                site,
                "A signed call of an application that nobody granted anything:",
                sign(shell, none) + " -i GET " + url + "7",
                ungranted)));
  }

  private static Call call(Site site, String sentence, String line, RawRequest request) {
    return new Call(sentence, line, request, site.send(request));
  }

  private static String sign(Path shell, Application application) {
    return "COUNTERSIGN_SECRET="
        + application.secret()
        + " "
        + shell
        + " --key "
        + application.appKey()
        + " --environment "
        + application.environment();
  }

  public void print(PrintStream out) {
    for (Call call : calls) {
      out.println();
      out.println(call.sentence());
      out.println();
      out.println("  " + call.line());
      out.println();
      out.println("  -> " + call.answer().status());
      call.answer().text().lines().forEach(line -> out.println("     " + line));
    }
  }
}
