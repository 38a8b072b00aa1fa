package dev.countersign.sample.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.util.ServerInfo;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.scan.StandardJarScanner;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;

/**
 * A Tomcat in this JVM, bound to the loopback interface only. Nothing of it stays on the disk after
 * {@link #close()}.
 */
public final class TomcatServer implements Server {

  private final Tomcat tomcat = new Tomcat();
  private final Path base;
  private final Map<String, Context> deployed = new HashMap<>();

  /** Starts one; port 0 takes any that is free. */
  public TomcatServer(Path base, int port) throws LifecycleException, IOException {
    this.base = Files.createDirectories(base);
    Files.createDirectories(base.resolve("webapps"));
    tomcat.setBaseDir(base.toString());
    tomcat.setPort(port);
    tomcat.setAddDefaultWebXmlToWebapp(false);
    tomcat.getHost().getPipeline().addValve(terseErrors());
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.getConnector().setThrowOnFailure(true);
    tomcat.getConnector().addUpgradeProtocol(new Http2Protocol());
    // With it, 1 in 200 large bodies over HTTP/2 is taken for frames, whatever the WAR does.
    tomcat.getConnector().setProperty("useAsyncIO", "false");
    tomcat
        .getEngine()
        .setParentClassLoader(new ContainerOnlyLoader(TomcatServer.class.getClassLoader()));
    tomcat.start();
  }

  /** Sets what an operator would set on the connector. */
  public void connector(String property, String value) {
    if (!tomcat.getConnector().setProperty(property, value)) {
      throw new AssertionError("no connector has a property " + property);
    }
  }

  /** How many threads serve a request at this moment, or swallow what is left of one. */
  public int busyThreads() {
    return ((ThreadPoolExecutor) tomcat.getConnector().getProtocolHandler().getExecutor())
        .getActiveCount();
  }

  @Override
  public String name() {
    return ServerInfo.getServerInfo();
  }

  @Override
  public int port() {
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void deploy(String name, Path war) {
    deployed.put(name, deploy("/" + name, war, war.resolve("WEB-INF/web.xml"), Map.of()));
  }

  /** What was deployed under that name. */
  public Context context(String name) {
    return deployed.get(name);
  }

  /**
   * Deploys an unpacked WAR.
   *
   * @param parameters context parameters that the deployer adds, as an operator would
   */
  public Context deploy(String path, Path war, Path webXml, Map<String, String> parameters) {
    StandardContext context = new StandardContext();
    context.setName(path);
    context.setPath(path);
    context.setDocBase(war.toString());
    context.setAltDDName(webXml.toString());
    context.addLifecycleListener(TomcatServer::addDefaults);
    context.addLifecycleListener(new ContextConfig());
    context.setFailCtxIfServletStartFails(true);
    // Searches that this Java forbids, with a warning for each.
    context.setClearReferencesThreadLocals(false);
    context.setClearReferencesRmiTargets(false);
    parameters.forEach(context::addParameter);
    StandardJarScanner scanner = new StandardJarScanner();
    scanner.setScanClassPath(false);
    scanner.setScanManifest(false);
    context.setJarScanner(scanner);
    tomcat.getHost().addChild(context);
    return context;
  }

  /**
   * What every Tomcat has: without the servlet a path that none is mapped to meets no filter, and
   * without the types a browser shows a page as text.
   */
  private static void addDefaults(LifecycleEvent event) {
    if (event.getType().equals(Lifecycle.BEFORE_START_EVENT)) {
      Context context = (Context) event.getSource();
      Wrapper servlet =
          Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet");
      servlet.setOverridable(true);
      servlet.addMapping("/");
      Tomcat.addDefaultMimeTypeMappings(context);
    }
  }

  /** Without stack traces, in which the filter would show. */
  private static ErrorReportValve terseErrors() {
    ErrorReportValve valve = new ErrorReportValve();
    valve.setShowReport(false);
    valve.setShowServerInfo(false);
    return valve;
  }

  @Override
  public void undeploy(String name) {
    undeploy(deployed.remove(name));
  }

  @Override
  public void admit(SampleUsers users) {
    for (SampleUsers.User user : users.users()) {
      tomcat.addUser(user.name(), user.password());
      tomcat.addRole(user.name(), user.role());
    }
  }

  public void undeploy(Context context) {
    tomcat.getHost().removeChild(context);
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new AssertionError(e);
    }
    Directories.delete(base);
  }
}
