package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Directories;
import dev.countersign.sample.server.Server;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.server.WarCopy;
import dev.countersign.sample.server.WebXml;
import dev.countersign.sample.wire.RawResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first request that a fresh deployment gets is decided like all others. */
@ExtendWith(Sites.Extension.class)
class ColdStartIT {

  /** Both orders of calls, and with -Pmatrix once more. */
  private static final int ROUNDS = Integer.getInteger("cold.rounds");

  private final Server server;

  ColdStartIT(Sites sites) {
    server = sites.server();
  }

  @Test
  void firstRequestAfterDeployment_isRefusedUnsigned_andAdmittedSigned() {
    Path directory = Path.of(System.getProperty("it.directory"), "cold").toAbsolutePath();
    for (int round = 0; round < ROUNDS; round++) {
      Directories.delete(directory);
      Path home = directory.resolve("home");
      Path war = Path.of(System.getProperty("sample.war"));
      WebXml webXml = WebXml.of(war).contextParam("sample.directory", home.toString());
      server.deploy("cold" + round, WarCopy.of(war, directory.resolve("war"), webXml));
      try {
        assertDecided(new Site(server.port(), "/cold" + round, home), round == 1);
      } finally {
        server.undeploy("cold" + round);
      }
    }
  }

  private static void assertDecided(Site site, boolean signedFirst) {
    if (signedFirst) {
      site.assertAdmitted(site.signed(site.get("/echo/a")));
    }
    RawResponse unsigned = site.send(site.get("/echo/a"));
    assertEquals("401 credentials-missing", unsigned.status() + " " + unsigned.code());
    // The control call is the only one that was let in, or the second.
    assertEquals(signedFirst ? 2 : 1, site.invocations());
    assertTrue(site.send(site.get("/orders/17")).status() == 401);
  }
}
