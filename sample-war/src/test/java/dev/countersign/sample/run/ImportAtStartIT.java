package dev.countersign.sample.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Directories;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.TomcatServer;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.TencentSigner;
import dev.countersign.sample.wire.WireSigner;
import dev.countersign.testing.HeardLog;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.catalina.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample with {@code sample.import} and {@code sample.schemes}, set as the run sets them. */
class ImportAtStartIT {

  private static final String PARTNER_SECRET = "a-secret-of-the-old-gateway";
  private static final Application PARTNER =
      new Application("partner-program", "", "AKIDpartner", PARTNER_SECRET, "release");
  private static final Application MOVED =
      new Application(
          "moved-program", "", "AKIDmoved", "another-secret-of-the-old-gateway", "release");

  private final Path war = Path.of(System.getProperty("sample.war"));
  private final Path directory =
      Path.of(System.getProperty("it.directory"), "import-at-start").toAbsolutePath();
  private final Path home = directory.resolve("home");
  private TomcatServer tomcat;
  private Site site;

  @BeforeEach
  void start() throws Exception {
    Directories.delete(directory);
    tomcat = new TomcatServer(directory.resolve("tomcat"), 0);
    site = new Site(tomcat.port(), "/sample", home);
  }

  @AfterEach
  void stop() throws Exception {
    tomcat.close();
  }

  private Context deployed(String file, String environment) throws URISyntaxException {
    Path path = Path.of(ImportAtStartIT.class.getResource("/import/" + file).toURI());
    RunSettings settings = new RunSettings("all", environment, path.toString());
    return tomcat.deploy(
        "/sample", war, settings.webXml(war, directory), settings.contextParameters(home));
  }

  @ParameterizedTest
  @ValueSource(strings = {"release", "prepub", "test"})
  void importedApplication_isReachedByTheSchemesItLists(String environment) throws Exception {
    deployed("old-gateway.csv", environment);
    Application partner = PARTNER.in(environment);
    Application moved = MOVED.in(environment);
    for (String method : new String[] {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}) {
      RawRequest request = site.request(method, "/echo/any/" + method.toLowerCase(Locale.ROOT));
      site.assertAdmitted(tencent(request, partner));
      site.assertAdmitted(tencent(request, moved));
      site.assertAdmitted(WireSigner.sign(request, moved));
      assertRefused(401, "scheme-unsupported", WireSigner.sign(request, partner));
    }
    site.assertAdmitted(tencent(site.get("/echo"), partner));
    assertRefused(
        401,
        "signature-invalid",
        tencent(site.get("/echo/a"), partner.withSecret(PARTNER_SECRET + "x")));
    assertRefused(403, "not-granted", WireSigner.sign(site.get("/orders/17"), moved));
  }

  @Test
  void applicationThatDoesNotListTheScheme_isRefused() throws Exception {
    deployed("old-gateway.csv", "release");
    Application seeded = site.application("echo");
    site.assertAdmitted(WireSigner.sign(site.get("/echo/a"), seeded));
    assertRefused(401, "scheme-unsupported", tencent(site.get("/echo/a"), seeded));
  }

  @Test
  void sameFileAfterARestart_isNoError() throws Exception {
    tomcat.undeploy(deployed("old-gateway.csv", "release"));
    Context again = deployed("old-gateway.csv", "release");
    assertTrue(again.getState().isAvailable());
    site.assertAdmitted(tencent(site.get("/echo/a"), PARTNER));
    tomcat.undeploy(again);
    deployed("old-gateway.json", "release");
    site.assertAdmitted(tencent(site.get("/echo/a"), PARTNER));
    Application json =
        new Application("", "", "AKIDjson", "the-secret-of-a-third-program", "release");
    site.assertAdmitted(tencent(site.get("/echo/a"), json));
  }

  @Test
  void brokenFile_stopsTheStartAndTellsEveryError() throws Exception {
    try (HeardLog log = HeardLog.of("dev.countersign.sample.seed.SampleListener")) {
      Context context = deployed("broken.csv", "release");
      assertFalse(context.getState().isAvailable());
      String told = log.text();
      assertTrue(told.contains("line 2 (application 1), secret: a secret has at least 16"), told);
      assertTrue(told.contains("line 3 (application 2), schemes: an application lists"), told);
      assertFalse(told.contains("too-short"), told);
      tomcat.undeploy(context);
    }
    deployed("old-gateway.csv", "release");
    site.assertAdmitted(tencent(site.get("/echo/a"), PARTNER));
  }

  private void assertRefused(int status, String code, RawRequest request) {
    var answer = site.send(request);
    assertEquals(status + " " + code, answer.status() + " " + answer.code(), request::target);
  }

  private static RawRequest tencent(RawRequest request, Application application) {
    return TencentSigner.usual().sign(request, application);
  }
}
