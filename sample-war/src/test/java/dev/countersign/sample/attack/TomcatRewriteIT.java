package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.server.Directories;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.server.TomcatServer;
import dev.countersign.sample.server.WarCopy;
import dev.countersign.sample.server.WebXml;
import dev.countersign.sample.wire.WireSigner;
import java.nio.file.Path;
import org.apache.catalina.valves.rewrite.RewriteValve;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * With a rewrite valve in front, signature and decision see the rewritten target. Unsupported, but
 * no way in.
 */
@ExtendWith(Sites.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TomcatRewriteIT {
  private static final String RULES =
      "RewriteRule ^/public/(.*)$ /echo/$1 [L]\nRewriteRule ^/alias$ /orders/17 [L]";

  private final TomcatServer server;
  private Site site;

  TomcatRewriteIT(Sites sites) {
    server = (TomcatServer) sites.server();
  }

  @BeforeAll
  void deploy() throws Exception {
    Path directory = Path.of(System.getProperty("it.directory"), "rewrite").toAbsolutePath();
    Directories.delete(directory);
    Path home = directory.resolve("home");
    Path war = Path.of(System.getProperty("sample.war"));
    WebXml webXml = WebXml.of(war).contextParam("sample.directory", home.toString());
    server.deploy("rewrite", WarCopy.of(war, directory.resolve("war"), webXml));
    RewriteValve valve = new RewriteValve();
    server.context("rewrite").getPipeline().addValve(valve);
    valve.setConfiguration(RULES);
    site = new Site(server.port(), "/rewrite", home);
  }

  @AfterAll
  void undeploy() {
    server.undeploy("rewrite");
  }

  @Test
  void unsignedCallOfARewrittenPath_isCredentialsMissing() {
    site.assertRefused(401, "credentials-missing", site.get("/public/a"));
    site.assertRefused(401, "credentials-missing", site.get("/alias"));
  }

  @Test
  void signatureOfThePathBeforeTheRewriting_isSignatureInvalid() {
    site.assertRefused(401, "signature-invalid", site.signed(site.get("/public/a")));
    site.assertRefused(
        401,
        "signature-invalid",
        WireSigner.sign(site.get("/alias"), site.application("shop-front")));
  }

  @Test
  void signatureOfTheRewrittenPath_isDecidedForWhatRuns() {
    site.assertRefused(
        403,
        "not-granted",
        WireSigner.sign(site.get("/echo/a"), site.application("shop-front"))
            .target(site.path() + "/public/a"));
    assertEquals(
        "/a",
        site.assertAdmitted(site.signed(site.get("/echo/a")).target(site.path() + "/public/a"))
            .json()
            .path("pathInfo")
            .asText());
  }
}
