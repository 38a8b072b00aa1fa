package dev.countersign.filter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;

/** A WAR that an embedded Tomcat deploys from its descriptors, at {@code /shop}. */
final class DescribedWar implements AutoCloseable {

  private final Tomcat tomcat;
  private final Path root;

  private DescribedWar(Path root) {
    this.root = root;
    this.tomcat = LoopbackTomcat.in(root);
  }

  /** One whose {@code web.xml} is this text. */
  static DescribedWar of(String webXml) throws IOException {
    Path root = Files.createTempDirectory(Path.of("target"), "described-").toAbsolutePath();
    Files.createDirectories(root.resolve("war/WEB-INF/lib"));
    Files.writeString(root.resolve("war/WEB-INF/web.xml"), webXml);
    return new DescribedWar(root);
  }

  /** Puts a jar into {@code WEB-INF/lib} that holds this fragment. */
  DescribedWar fragment(String jar, String xml) throws IOException {
    writeFragment(root.resolve("war/WEB-INF/lib").resolve(jar), xml);
    return this;
  }

  static void writeFragment(Path jar, String xml) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("META-INF/web-fragment.xml"));
      zip.write(xml.getBytes(StandardCharsets.UTF_8));
    }
  }

  DescribedWar start() throws LifecycleException {
    return start(context -> {});
  }

  DescribedWar start(Consumer<StandardContext> change) throws LifecycleException {
    StandardContext context = new StandardContext();
    context.setName("/shop");
    context.setPath("/shop");
    context.setDocBase(root.resolve("war").toString());
    context.setParentClassLoader(getClass().getClassLoader());
    context.setClearReferencesThreadLocals(false);
    context.setClearReferencesRmiTargets(false);
    StandardJarScanner scanner = new StandardJarScanner();
    scanner.setScanClassPath(false);
    scanner.setScanManifest(false);
    context.setJarScanner(scanner);
    context.addLifecycleListener(new ContextConfig());
    change.accept(context);
    tomcat.setAddDefaultWebXmlToWebapp(false);
    tomcat.getHost().addChild(context);
    tomcat.start();
    return this;
  }

  /** Writes another file beside the WAR. */
  Path beside(String name, String text) throws IOException {
    return Files.writeString(root.resolve(name), text);
  }

  Answer send(Call call) throws IOException {
    try (Connection connection = new Connection(tomcat.getConnector().getLocalPort())) {
      return call.send(connection);
    }
  }

  @Override
  public void close() {
    LoopbackTomcat.stop(tomcat);
  }
}
