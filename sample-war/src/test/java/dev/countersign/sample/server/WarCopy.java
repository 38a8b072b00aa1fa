package dev.countersign.sample.server;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Copies of unpacked WARs, for what a deployer would change in them with an editor. */
public final class WarCopy {

  private WarCopy() {}

  /** The same files (hard links where they can be), with another web.xml. */
  public static Path of(Path war, Path copy, WebXml webXml) {
    linkAll(war, copy);
    Path file = copy.resolve("WEB-INF/web.xml");
    try {
      // First away: to write into a link would change the WAR it was taken from.
      Files.delete(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    webXml.writeTo(file);
    return copy;
  }

  /**
   * Adds the classes of one package of the tests, to run inside the WAR, and asks servers that look
   * outside first to look there.
   */
  public static void addClasses(Path copy, String packageName) {
    String folder = packageName.replace('.', '/');
    copyAll(testClasses().resolve(folder), copy.resolve("WEB-INF/classes").resolve(folder));
    copyAll(testClasses().resolve("inside/WEB-INF"), copy.resolve("WEB-INF"));
  }

  private static Path testClasses() {
    try {
      return Path.of(WarCopy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static void linkAll(Path from, Path to) {
    each(
        from,
        to,
        (source, target) -> {
          try {
            Files.createLink(target, source);
          } catch (UnsupportedOperationException e) {
            Files.copy(source, target);
          }
        });
  }

  public static void copyAll(Path from, Path to) {
    each(
        from,
        to,
        (source, target) -> Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING));
  }

  private interface Transfer {
    void file(Path source, Path target) throws IOException;
  }

  private static void each(Path from, Path to, Transfer transfer) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path source : all.toList()) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          transfer.file(source, target);
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
