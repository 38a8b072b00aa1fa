package dev.countersign.filter;

import dev.countersign.filter.access.AccessStores;
import dev.countersign.filter.access.AccessStoresProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A provider of stores for tests, to be found by ServiceLoader through the class loader of a WAR.
 */
public final class ProvidedStores implements AccessStoresProvider {

  /** The settings of each attempt to open. */
  static final List<Map<String, String>> attempts = new CopyOnWriteArrayList<>();

  /** What an attempt gives. */
  static volatile Function<Map<String, String>, AccessStores> opening =
      settings -> new TestStores();

  /** For ServiceLoader. */
  public ProvidedStores() {}

  static void reset() {
    attempts.clear();
    opening = settings -> new TestStores();
  }

  @Override
  public Set<String> settingNames() {
    return Set.of("jdbcUrl", "jdbcPassword");
  }

  @Override
  public AccessStores open(Map<String, String> settings, InstantSource clock) {
    attempts.add(new TreeMap<>(settings));
    return opening.apply(settings);
  }

  /** A second one, which is one too many. */
  public static final class Another implements AccessStoresProvider {

    /** For ServiceLoader. */
    public Another() {}

    @Override
    public Set<String> settingNames() {
      return Set.of();
    }

    @Override
    public AccessStores open(Map<String, String> settings, InstantSource clock) {
      throw new AssertionError("never asked");
    }
  }

  /** A class loader of a WAR whose WEB-INF/lib has these providers. */
  static ClassLoader loader(String... classNames) {
    String service = "META-INF/services/" + AccessStoresProvider.class.getName();
    try {
      Path file = Files.createTempFile(Path.of("target"), "providers", "");
      Files.write(file, List.of(classNames));
      URL url = file.toUri().toURL();
      return new ClassLoader(ProvidedStores.class.getClassLoader()) {
        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
          return name.equals(service)
              ? Collections.enumeration(List.of(url))
              : super.getResources(name);
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
