package dev.countersign.console;

import dev.countersign.filter.access.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the page: a fixed list, each read once from the class path. Immutable. */
final class StaticFiles {

  private static final String LIST = "/dev/countersign/console/page/files.txt";
  private static final String INDEX = "/index.html";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon");

  private final Map<String, StaticFile> files;

  private StaticFiles(Map<String, StaticFile> files) {
    this.files = Map.copyOf(files);
  }

  /**
   * Reads all of them.
   *
   * @throws SettingsException if one is missing
   */
  static StaticFiles load() {
    Map<String, StaticFile> files = new HashMap<>();
    String list = new String(bytes(LIST), StandardCharsets.UTF_8);
    list.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.strip().split("\\s+", 2))
        .forEach(entry -> files.put("/" + entry[0], file(entry[0], "/" + entry[1])));
    return new StaticFiles(files);
  }

  private static StaticFile file(String name, String resource) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new SettingsException("The console serves no files such as " + name);
    }
    byte[] bytes = bytes(resource);
    return new StaticFile(type, bytes);
  }

  private static byte[] bytes(String resource) {
    try (InputStream file = StaticFiles.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new SettingsException(
            "The console's page needs the file "
                + resource
                + ": a jar beside countersign-console is missing or of another version");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new SettingsException("The console cannot read " + resource, e);
    }
  }

  /** The file of a path below the console; {@code null} for none. */
  @Nullable StaticFile find(String path) {
    return files.get(path.equals("/") ? INDEX : path);
  }
}
