package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.signing.Secret;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.apache.commons.io.IOUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      classes = {
        Secret.class,
        DigestUtils.class,
        FileUploadException.class,
        JakartaServletFileUpload.class,
        IOUtils.class
      })
  void oneJarMissing_isUnavailable(Class<?> missing) throws Exception {
    try (URLClassLoader lib = lib(missing)) {
      Answer answer = call(lib, TestWar.war());
      assertEquals("unavailable", answer.code());
      assertEquals(503, answer.status());
      assertEquals(0, servlet.invocations());
    }
  }
}
