package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Directories;
import dev.countersign.sample.server.JettyServer;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.server.WarCopy;
import dev.countersign.sample.server.WebXml;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.testing.Eventually;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.ee10.websocket.servlet.WebSocketUpgradeFilter;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Jetty serves WebSocket endpoints before every filter of web.xml: then the door stays shut. */
@ExtendWith(Sites.Extension.class)
class JettyWebSocketIT {
  private final JettyServer server;
  private final OpenedSockets opened = new OpenedSockets();

  JettyWebSocketIT(Sites sites) {
    server = (JettyServer) sites.server();
  }

  /** As the initializer of Jetty's WebSocket modules does when the WAR has an endpoint. */
  private record Endpoints(WebAppContext context, OpenedSockets opened)
      implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
      WebSocketServerComponents.ensureWebSocketComponents(context.getServer(), context);
      WebSocketMappings.ensureMappings(context)
          .addMapping(
              WebSocketMappings.parsePathSpec("/echo/live"),
              (request, response, callback) -> opened);
      WebSocketUpgradeFilter.ensureFilter(event.getServletContext());
    }
  }

  @Test
  void upgradeFilterBeforeOurs_isUnavailableToEverybody() {
    Site site = deployed("sockets", UnaryOperator.identity());
    assertEquals("unavailable", site.send(site.get("/echo/a")).code());
    assertEquals("unavailable", site.send(site.signed(site.get("/echo/a"))).code());
    server.undeploy("sockets");
  }

  @Test
  void upgradeFilterThatIsAccepted_leavesAllElseProtected() {
    Site site = deployed("accepted", xml -> xml.initParam("webSocket", "unprotected"));
    site.assertRefused(401, "credentials-missing", site.get("/echo/a"));
    site.assertAdmitted(site.signed(site.get("/echo/a")));
    assertTrue(site.refused(site.get("/echo/a").add("Upgrade", "websocket")).status() >= 400);
    server.undeploy("accepted");
  }

  /** What no filter can change; the page on deployment says so. */
  @Test
  void handshake_reachesTheEndpoint_whileAllElseIsUnavailable() {
    Site site = deployed("handshake", UnaryOperator.identity());
    assertEquals("unavailable", site.send(site.get("/echo/live")).code());
    assertEquals(0, opened.count());
    RawRequest handshake =
        site.get("/echo/live")
            .add("Connection", "Upgrade")
            .add("Upgrade", "websocket")
            .add("Sec-WebSocket-Version", "13")
            .add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    assertEquals(101, site.client().send(handshake.bytes(), true).status());
    Eventually.equal(Duration.ofSeconds(20), "sockets opened", 1, opened::count);
    server.undeploy("handshake");
  }

  private Site deployed(String name, UnaryOperator<WebXml> change) {
    Path directory = Path.of(System.getProperty("it.directory"), name).toAbsolutePath();
    Directories.delete(directory);
    Path home = directory.resolve("home");
    Path war = Path.of(System.getProperty("sample.war"));
    WebXml webXml = WebXml.of(war).contextParam("sample.directory", home.toString());
    server.deploy(
        name,
        WarCopy.of(war, directory.resolve("war"), change.apply(webXml)),
        context -> context.addEventListener(new Endpoints(context, opened)));
    return new Site(server.port(), "/" + name, home);
  }
}
