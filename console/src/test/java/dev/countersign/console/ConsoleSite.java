package dev.countersign.console;

import dev.countersign.testing.logs.Sensitive;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;

/** A Tomcat at a free port of this machine, with a WAR that holds a console and nothing else. */
public final class ConsoleSite implements AutoCloseable {

  /** Of everybody. */
  public static final String PASSWORD = "pass-word-of-all-of-them";

  static {
    Sensitive.secret(PASSWORD);
  }

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Tomcat tomcat = new Tomcat();
  private final StandardContext context = new StandardContext();
  private final String address;

  /**
   * With the operator olga, anna and paul, who have accounts, and visitor, who has no role.
   *
   * @param folder of this site only
   */
  public ConsoleSite(Path folder, ConsoleXml xml) {
    try {
      Path war = Files.createDirectories(folder.resolve("war"));
      Files.writeString(war.resolve("login.html"), "<!doctype html><title>Log in</title>");
      Files.createDirectories(folder.resolve("webapps"));
      Path webXml = Files.writeString(folder.resolve("web.xml"), xml.text());
      tomcat.setBaseDir(folder.toString());
      tomcat.setPort(0);
      tomcat.getConnector().setProperty("address", "127.0.0.1");
      user("olga", "countersign-admin");
      user("anna", "countersign-account");
      user("paul", "countersign-account");
      user("visitor", "visitor");
      deploy(war, webXml);
      tomcat.start();
      address = "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/app/console";
    } catch (IOException | LifecycleException e) {
      throw new AssertionError(e);
    }
  }

  private void user(String name, String role) {
    tomcat.addUser(name, PASSWORD);
    tomcat.addRole(name, role);
  }

  private void deploy(Path war, Path webXml) {
    context.setName("/app");
    context.setPath("/app");
    context.setDocBase(war.toString());
    context.setAltDDName(webXml.toString());
    context.setParentClassLoader(ConsoleSite.class.getClassLoader());
    context.addLifecycleListener(new ContextConfig());
    context.setFailCtxIfServletStartFails(true);
    // Searches that this Java forbids, with a warning for each.
    context.setClearReferencesThreadLocals(false);
    context.setClearReferencesRmiTargets(false);
    StandardJarScanner scanner = new StandardJarScanner();
    scanner.setScanClassPath(false);
    context.setJarScanner(scanner);
    tomcat.getHost().addChild(context);
  }

  /** Whether the container thinks that all is well: no servlet threw when it was started. */
  public boolean isStarted() {
    return context.getState() == LifecycleState.STARTED;
  }

  /** Of the console, also when it is gone. */
  public String address() {
    return address;
  }

  /** Asks as a program does, by name and password. */
  public HttpResponse<String> send(String method, String path, String user) {
    return send(as(user, PASSWORD, path).method(method, BodyPublishers.noBody()));
  }

  HttpRequest.Builder as(String user, String password, String path) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    String basic = "Basic " + Base64.getEncoder().encodeToString(pair);
    Sensitive.sent("Authorization", basic);
    return request(path).header("Authorization", basic);
  }

  /** Below the console, from nobody yet. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path)).timeout(PATIENCE);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new AssertionError(e);
    }
  }
}
