package dev.countersign.persistence.management;

import dev.countersign.persistence.importfile.ImportFormat;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * A JVM of its own that opens a store, says so, waits for a byte, imports a file, and says so.
 * Arguments: the file, then store settings as {@code name=value}.
 */
final class ImportProcess {

  static final String READY = "ready";
  static final String ENDED = "ended";

  private ImportProcess() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, String> settings = new HashMap<>();
    for (int i = 1; i < arguments.length; i++) {
      String[] setting = arguments[i].split("=", 2);
      settings.put(setting[0], setting[1]);
    }
    try (Management management = Management.open(settings, InstantSource.system());
        InputStream file = Files.newInputStream(Path.of(arguments[0]))) {
      String account = management.accounts().findByName(Site.OPERATOR, Accounts.DEFAULT).id();
      System.out.println(READY);
      System.in.read();
      management.imports().importAll(Site.OPERATOR, account, ImportFormat.CSV, file);
      System.out.println(ENDED);
    }
  }
}
