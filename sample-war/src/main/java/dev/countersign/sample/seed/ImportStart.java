package dev.countersign.sample.seed;

import dev.countersign.persistence.importfile.ImportFormat;
import dev.countersign.persistence.importfile.LineError;
import dev.countersign.persistence.management.Actor;
import dev.countersign.persistence.management.ApplicationDetails;
import dev.countersign.persistence.management.EnvironmentDetails;
import dev.countersign.persistence.management.ImportResult;
import dev.countersign.persistence.management.Management;
import dev.countersign.persistence.management.Paging;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Key pairs of another gateway, imported when the sample starts: the context parameter {@code
 * sample.import}, else the system property of that name, names the file. Every application in it
 * may call the echo APIs in every environment. A file that was imported before changes nothing.
 */
final class ImportStart {

  private static final System.Logger LOG = System.getLogger(ImportStart.class.getName());
  private static final String NAME = "sample.import";
  private static final Actor.Operator OPERATOR = new Actor.Operator("sample-import");

  private final Management management;

  private ImportStart(Management management) {
    this.management = management;
  }

  /**
   * Imports the file, if one is named.
   *
   * @throws BrokenImportException if it is broken; nothing of it is imported
   */
  static void run(ServletContext context, Management management, Instant now) {
    String file = file(context);
    if (file != null) {
      new ImportStart(management).run(Path.of(file), now);
    }
  }

  private static @Nullable String file(ServletContext context) {
    String written = context.getInitParameter(NAME);
    String chosen = written != null ? written : System.getProperty(NAME);
    return chosen == null || chosen.isBlank() ? null : chosen;
  }

  private void run(Path file, Instant now) {
    List<ApplicationDetails> applications = imported(file);
    Catalogue catalogue = new Catalogue(management, OPERATOR);
    catalogue.define(SeedPlan.APIS);
    for (EnvironmentDetails environment :
        management.environments().list(OPERATOR, Paging.first()).items()) {
      SeedPlan.Grant echo = SeedPlan.Grant.group(environment.name(), "echo");
      applications.forEach(application -> catalogue.grant(application.id(), echo, now));
    }
    LOG.log(
        System.Logger.Level.INFO,
        "{0} applications of {1} may call the echo APIs",
        applications.size(),
        file);
  }

  private List<ApplicationDetails> imported(Path file) {
    ImportFormat format =
        ImportFormat.ofFileName(file.toString())
            .orElseThrow(() -> new BrokenImportException(file, "a name ends with .csv or .json"));
    String account = new Catalogue(management, OPERATOR).account(SeedPlan.PARTNER);
    ImportResult result;
    try (InputStream bytes = Files.newInputStream(file)) {
      result = management.imports().importAll(OPERATOR, account, format, bytes);
    } catch (IOException e) {
      throw new BrokenImportException(file, "it cannot be read: " + e);
    }
    if (result instanceof ImportResult.Imported imported) {
      return imported.applications();
    }
    if (result instanceof ImportResult.AlreadyThere there) {
      return there.applications();
    }
    throw new BrokenImportException(file, told(result));
  }

  private static String told(ImportResult result) {
    return result instanceof ImportResult.Rejected rejected
        ? rejected.errors().stream().map(LineError::toString).collect(Collectors.joining("\n  "))
            + (rejected.more() ? "\n  and more" : "")
        : result.toString();
  }
}
