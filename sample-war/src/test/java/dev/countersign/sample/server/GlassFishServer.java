package dev.countersign.sample.server;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * GlassFish in this JVM. Called by reflection: its one jar holds a whole server, the servlet API
 * included, and must not be on the class path of anything that is compiled or run for Tomcat.
 */
final class GlassFishServer implements Server {

  private static final String API = "org.glassfish.embeddable.";

  private final Object glassFish;
  private final Object deployer;
  private final int port;
  private final Map<String, String> deployed = new HashMap<>();

  private GlassFishServer(Object glassFish, int port) {
    this.glassFish = glassFish;
    this.deployer = call("GlassFish", glassFish, "getDeployer");
    this.port = port;
  }

  static GlassFishServer start() throws IOException {
    int port = FreePort.next();
    Object properties = create("GlassFishProperties");
    call("GlassFishProperties", properties, "setPort", "http-listener", port);
    Object runtime = call("GlassFishRuntime", null, "bootstrap");
    Object glassFish = call("GlassFishRuntime", runtime, "newGlassFish", properties);
    call("GlassFish", glassFish, "start");
    return new GlassFishServer(glassFish, port);
  }

  /** What the jar says of itself; the embedded server has no call that tells. */
  @Override
  public String name() {
    URL jar = glassFish.getClass().getProtectionDomain().getCodeSource().getLocation();
    return "GlassFish " + jar.getPath().replaceFirst(".*-all-([\\d.]+)\\.jar", "$1");
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void deploy(String name, Path war) {
    String[] options = {"--name=" + name, "--contextroot=/" + name, "--force=true"};
    Object application = call("Deployer", deployer, "deploy", war.toFile(), options);
    if (application != null) {
      deployed.put(name, (String) application);
    }
  }

  @Override
  public boolean hasJaxRs() {
    return true;
  }

  /** Into the realm of a web.xml that names none; its groups are the roles of that name. */
  @Override
  public void admit(SampleUsers users) {
    // Its own file, which nobody names to an embedded server.
    Path root = Path.of(System.getProperty("com.sun.aas.instanceRoot"));
    System.setProperty(
        "java.security.auth.login.config", root.resolve("config/login.conf").toString());
    run("set", "server-config.security-service.activate-default-principal-to-role-mapping=true");
    for (SampleUsers.User user : users.users()) {
      Path file = null;
      try {
        file = Files.createTempFile("user", "");
        Files.writeString(file, "AS_ADMIN_USERPASSWORD=" + user.password());
        run("create-file-user", "--passwordfile=" + file, "--groups=" + user.role(), user.name());
      } catch (IOException e) {
        throw new AssertionError(e);
      } finally {
        if (file != null) {
          Directories.delete(file);
        }
      }
    }
  }

  private void run(String command, String... arguments) {
    Object runner = call("GlassFish", glassFish, "getCommandRunner");
    Object result = call("CommandRunner", runner, "run", command, arguments);
    if (!"SUCCESS".equals(String.valueOf(call("CommandResult", result, "getExitStatus")))) {
      throw new AssertionError(command + ": " + call("CommandResult", result, "getOutput"));
    }
  }

  @Override
  public void undeploy(String name) {
    String application = deployed.remove(name);
    if (application != null) {
      call("Deployer", deployer, "undeploy", application, new String[0]);
    }
  }

  @Override
  public void close() {
    call("GlassFish", glassFish, "dispose");
  }

  private static Object create(String type) {
    try {
      return Class.forName(API + type).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Object call(String type, Object target, String method, Object... arguments) {
    Class<?>[] types = new Class<?>[arguments.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = arguments[i] instanceof Integer ? int.class : arguments[i].getClass();
    }
    try {
      return Class.forName(API + type).getMethod(method, types).invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (method.equals("deploy")) {
        return null;
      }
      throw new AssertionError(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
