package dev.countersign.sample.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.webapp.WebAppClassLoader;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.security.Credential;

/** A Jetty with the settings that it has by itself, and HTTP/2 without TLS. */
public final class JettyServer implements Server {

  private final org.eclipse.jetty.server.Server jetty = new org.eclipse.jetty.server.Server();
  private final ContextHandlerCollection contexts = new ContextHandlerCollection();
  private final Map<String, WebAppContext> deployed = new HashMap<>();
  private final UserStore people = new UserStore();
  private final HttpConfiguration http = new HttpConfiguration();
  private final ServerConnector connector;
  private final Path base;

  private JettyServer(Path base) {
    this.base = base;
    connector =
        new ServerConnector(
            jetty, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http));
    connector.setHost("127.0.0.1");
    jetty.addConnector(connector);
    jetty.setHandler(contexts);
    // The realm of a web.xml that names none.
    HashLoginService login = new HashLoginService("default");
    login.setUserStore(people);
    jetty.addBean(login);
  }

  static JettyServer start(Path base) throws Exception {
    JettyServer server = new JettyServer(Files.createDirectories(base));
    server.jetty.start();
    return server;
  }

  @Override
  public String name() {
    return "jetty/" + org.eclipse.jetty.server.Server.getVersion();
  }

  @Override
  public void keepSpelling(boolean kept) {
    http.setHeaderCacheCaseSensitive(kept);
  }

  @Override
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void admit(SampleUsers users) {
    for (SampleUsers.User user : users.users()) {
      Credential password = Credential.getCredential(user.password());
      people.addUser(user.name(), password, new String[] {user.role()});
    }
  }

  @Override
  public void deploy(String name, Path war) {
    deploy(name, war, context -> {});
  }

  /** A change of the context before it starts. */
  public interface Setup {
    void on(WebAppContext context);
  }

  /** Deploys a WAR whose context is set up by more than its web.xml. */
  public void deploy(String name, Path war, Setup setup) {
    WebAppContext context = new WebAppContext();
    context.setContextPath("/" + name);
    context.setBaseResourceAsPath(war.toAbsolutePath());
    context.setErrorHandler(terseErrors());
    try {
      context.setTempDirectory(Files.createDirectories(base.resolve(name)).toFile());
      ClassLoader container = new ContainerOnlyLoader(JettyServer.class.getClassLoader());
      context.setClassLoader(new WebAppClassLoader(container, context));
      contexts.addHandler(context);
      setup.on(context);
      deployed.put(name, context);
      context.start();
      contexts.mapContexts();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (Exception refused) {
      return;
    }
  }

  /** Without stack traces, in which the filter would show. */
  private static ErrorPageErrorHandler terseErrors() {
    ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
    errors.setShowStacks(false);
    return errors;
  }

  @Override
  public void undeploy(String name) {
    WebAppContext context = deployed.remove(name);
    try {
      context.stop();
      contexts.removeHandler(context);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    try {
      jetty.stop();
      Directories.delete(base);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
