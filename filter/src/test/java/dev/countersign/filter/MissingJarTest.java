package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.Secret;
import dev.countersign.testing.HeardLog;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.apache.commons.io.IOUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A WAR's class loader from which one jar is missing: the filter is there, and closed. */
class MissingJarTest {

  private static final Class<?>[] ONE_OF_EACH_JAR = {
    AccessFilter.class,
    TestStores.class,
    Secret.class,
    DigestUtils.class,
    FileUploadException.class,
    JakartaServletFileUpload.class,
    IOUtils.class,
    org.jspecify.annotations.Nullable.class,
    com.fasterxml.jackson.databind.ObjectMapper.class
  };

  private final Recorder servlet = Recorder.greeting();

  /** Like a WAR: its own jars, and of the server's classes the servlet API only. */
  private static URLClassLoader lib(Class<?> missing) {
    List<URL> jars = new ArrayList<>();
    for (Class<?> one : ONE_OF_EACH_JAR) {
      if (one != missing) {
        jars.add(one.getProtectionDomain().getCodeSource().getLocation());
      }
    }
    ClassLoader server =
        new ClassLoader(ClassLoader.getPlatformClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("jakarta.servlet.")) {
              return MissingJarTest.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
          }
        };
    return new URLClassLoader(jars.toArray(URL[]::new), server);
  }

  private static Object make(ClassLoader lib, Class<?> type) {
    try {
      Constructor<?> constructor = lib.loadClass(type.getName()).getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer call(URLClassLoader lib, TestWar.Builder builder) throws IOException {
    Filter filter = (Filter) make(lib, AccessFilter.class);
    try (TestWar war = builder.filter(filter).servlet("/*", servlet).start()) {
      return Call.get("/shop/echo/a").signedBy(TestApp.ALICE).send(war);
    }
  }

  @Test
  void allJars_admit() throws Exception {
    try (URLClassLoader lib = lib(Void.class)) {
      Answer answer = call(lib, TestWar.war().stores(make(lib, TestStores.class)));
      assertEquals(200, answer.status());
    }
  }

  static Stream<Arguments> needed() {
    return Stream.of(
        Arguments.of(Secret.class, "dev.countersign.signing.registry.Schemes"),
        Arguments.of(DigestUtils.class, DigestUtils.class.getName()),
        Arguments.of(FileUploadException.class, FileUploadException.class.getName()),
        Arguments.of(JakartaServletFileUpload.class, JakartaServletFileUpload.class.getName()),
        Arguments.of(IOUtils.class, IOUtils.class.getName()));
  }

  /**
   * Stores that would admit, so that nothing but the jar is missing; without the one that their own
   * classes need they are those of another WAR.
   */
  private static Object stores(URLClassLoader lib, Class<?> missing) throws IOException {
    if (missing != Secret.class) {
      return make(lib, TestStores.class);
    }
    try (URLClassLoader whole = lib(Void.class)) {
      return make(whole, TestStores.class);
    }
  }

  @ParameterizedTest
  @MethodSource("needed")
  void oneJarMissing_isUnavailable_andTheLogAsksForIt(Class<?> missing, String named)
      throws Exception {
    try (HeardLog log = HeardLog.ofLibrary();
        URLClassLoader lib = lib(missing)) {
      Answer answer = call(lib, TestWar.war().stores(stores(lib, missing)));
      assertEquals("unavailable", answer.code());
      assertEquals(503, answer.status());
      assertEquals(0, servlet.invocations());
      String asked =
          "The class " + named + " cannot be loaded: is its jar missing from WEB-INF/lib?";
      assertTrue(log.text().contains(asked), log.text());
    }
  }
}
