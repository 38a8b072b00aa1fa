package dev.countersign.sample.arquillian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import java.io.File;
import java.net.URL;
import java.nio.file.Path;
import org.apache.catalina.util.ServerInfo;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The WAR file, byte for byte as it was built, in a Tomcat that Arquillian starts. */
@ExtendWith({AnyPort.class, ArquillianExtension.class})
@RunAsClient
class SampleInTomcatIT {

  private static final Path HOME =
      Path.of(System.getProperty("it.directory"))
          .resolveSibling("arquillian-" + ProcessHandle.current().pid())
          .toAbsolutePath();

  @ArquillianResource private URL url;

  @Deployment(testable = false)
  static WebArchive sample() {
    System.setProperty("sample.directory", HOME.toString());
    return ShrinkWrap.createFromZipFile(
        WebArchive.class, new File(System.getProperty("sample.archive")));
  }

  @Test
  void server_isTheOneThatThisRunIsFor() {
    assertTrue(ServerInfo.getServerInfo().startsWith(System.getProperty("it.server")));
  }

  @Test
  void unsignedCall_isCredentialsMissing() {
    site().assertRefused(401, "credentials-missing", site().get("/orders/17"));
  }

  @Test
  void signedCall_isAnsweredWithTheCaller() {
    RawRequest signed = WireSigner.sign(site().get("/orders/17"), site().application("shop-front"));
    RawResponse answer = site().assertAdmitted(signed);
    assertEquals(
        site().application("shop-front").applicationId(),
        answer.json().path("caller").path("application").asText());
  }

  @Test
  void changedCall_isSignatureInvalid() {
    RawRequest signed = site().signed(site().get("/echo/a"));
    site().assertRefused(401, "signature-invalid", signed.target(signed.target() + "b"));
  }

  @Test
  void ungrantedCall_isNotGranted() {
    RawRequest order = site().get("/orders/17");
    site()
        .assertRefused(403, "not-granted", WireSigner.sign(order, site().application("no-grant")));
  }

  @Test
  void signedUpload_isSeenByTheServlet() {
    String part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n1";
    RawRequest upload =
        site()
            .request("POST", "/echo/a")
            .body("multipart/form-data; boundary=x", part + "\r\n--x--\r\n");
    RawResponse answer = site().assertAdmitted(site().signed(upload));
    assertEquals("f", answer.json().path("parts").path(0).path("fileName").asText());
  }

  private Site site() {
    return new Site(url.getPort(), url.getPath().replaceFirst("/$", ""), HOME);
  }
}
