package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.server.Directories;
import dev.countersign.sample.server.JettyServer;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.server.WarCopy;
import dev.countersign.sample.server.WebXml;
import dev.countersign.sample.wire.RawRequest;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jetty tells the limits of a servlet that was registered by code: they hold behind the filter. */
@ExtendWith(Sites.Extension.class)
class JettyMultipartIT {
  private static final int LARGEST_FILE = 1000;

  private final JettyServer server;

  JettyMultipartIT(Sites sites) {
    server = (JettyServer) sites.server();
  }

  /** Once on a path of the filter, and once beside it. */
  private static final class Registration implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
      var servlet = event.getServletContext().addServlet("limited", new Uploads());
      servlet.setMultipartConfig(new MultipartConfigElement("", LARGEST_FILE, 200_000, 0));
      servlet.addMapping("/echo/limited", "/open/limited");
    }
  }

  private static final class Uploads extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      try {
        response.getOutputStream().print("parts: " + request.getParts().size());
      } catch (IOException | ServletException | IllegalStateException tooLarge) {
        response.getOutputStream().print("refused");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"spool", "stream"})
  void fileLargerThanTheCodeAllows_isRefusedAsByTheContainer(String bodyMode) {
    Site site = deployed("limits-" + bodyMode, bodyMode);
    assertEquals("parts: 1", beside(site, LARGEST_FILE));
    assertEquals("parts: 1", behind(site, LARGEST_FILE));
    assertEquals("refused", beside(site, LARGEST_FILE + 1));
    assertEquals("refused", behind(site, LARGEST_FILE + 1));
    server.undeploy("limits-" + bodyMode);
  }

  private static String beside(Site site, int size) {
    return site.send(file(site, "/open/limited", size)).text();
  }

  private static String behind(Site site, int size) {
    return site.assertAdmitted(site.signed(file(site, "/echo/limited", size))).text();
  }

  private static RawRequest file(Site site, String below, int size) {
    return site.request("POST", below)
        .body(
            "multipart/form-data; boundary=b",
            "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n"
                + "x".repeat(size)
                + "\r\n--b--\r\n");
  }

  private Site deployed(String name, String bodyMode) {
    Path directory = Path.of(System.getProperty("it.directory"), name).toAbsolutePath();
    Directories.delete(directory);
    Path home = directory.resolve("home");
    Path war = Path.of(System.getProperty("sample.war"));
    WebXml webXml =
        WebXml.of(war)
            .contextParam("sample.directory", home.toString())
            .initParam("bodyMode", bodyMode);
    server.deploy(
        name,
        WarCopy.of(war, directory.resolve("war"), webXml),
        context -> context.addEventListener(new Registration()));
    return new Site(server.port(), "/" + name, home);
  }
}
