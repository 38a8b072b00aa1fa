package dev.countersign.sample.server;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Shows a WAR only what a real server's own class path would: the server that is in the tests'
 * class path, and nothing of the library that is there too. Without it a jar that is missing from
 * WEB-INF/lib would be found outside, and no test would notice.
 */
final class ContainerOnlyLoader extends ClassLoader {

  private static final List<String> CONTAINER =
      List.of(
          "jakarta.servlet.",
          "jakarta.el.",
          "jakarta.annotation.",
          "org.apache.catalina.",
          "org.apache.coyote.",
          "org.apache.naming.",
          "org.apache.tomcat.",
          "org.apache.juli.",
          "org.eclipse.jetty.");

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader container;

  ContainerOnlyLoader(ClassLoader container) {
    super("container-only", ClassLoader.getPlatformClassLoader());
    this.container = container;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (isContainers(name)) {
      return container.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }

  @Override
  protected URL findResource(String name) {
    return isContainers(name.replace('/', '.')) ? container.getResource(name) : null;
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    return isContainers(name.replace('/', '.'))
        ? container.getResources(name)
        : Collections.emptyEnumeration();
  }

  private static boolean isContainers(String name) {
    return CONTAINER.stream().anyMatch(name::startsWith);
  }
}
