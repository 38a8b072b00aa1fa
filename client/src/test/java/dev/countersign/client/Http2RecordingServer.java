package dev.countersign.client;

import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;

/** A Tomcat on the loopback address that speaks HTTP/2 without TLS and keeps what it receives. */
final class Http2RecordingServer implements AutoCloseable {

  private final Tomcat tomcat = new Tomcat();
  private final BlockingQueue<RecordedCall> calls = new LinkedBlockingQueue<>();

  Http2RecordingServer(Path folder) throws LifecycleException {
    tomcat.setBaseDir(folder.toString());
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.addUpgradeProtocol(new Http2Protocol());
    tomcat.setConnector(connector);
    StandardContext context = (StandardContext) tomcat.addContext("", folder.toString());
    context.setClearReferencesThreadLocals(false);
    context.setClearReferencesRmiTargets(false);
    Tomcat.addServlet(context, "recorder", new Recorder(calls)).addMapping("/");
    tomcat.start();
  }

  String url(String target) {
    return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + target;
  }

  RecordedCall take() throws InterruptedException {
    RecordedCall call = calls.poll(20, TimeUnit.SECONDS);
    if (call == null) {
      throw new AssertionError("no call arrived");
    }
    return call;
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  private static final class Recorder extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient BlockingQueue<RecordedCall> calls;

    Recorder(BlockingQueue<RecordedCall> calls) {
      this.calls = calls;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      calls.add(new RecordedCall(head(request), request.getInputStream().readAllBytes()));
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static SignableRequest head(HttpServletRequest request) {
      Headers.Builder headers = Headers.builder();
      Collections.list(request.getHeaderNames())
          .forEach(name -> headers.addAll(name, Collections.list(request.getHeaders(name))));
      String query = request.getQueryString();
      return new SignableRequest(
          request.getMethod(),
          SignableRequest.canonicalAuthority(
              request.getServerName() + ":" + request.getServerPort()),
          request.getRequestURI(),
          query == null ? "" : query,
          headers.build());
    }
  }
}
