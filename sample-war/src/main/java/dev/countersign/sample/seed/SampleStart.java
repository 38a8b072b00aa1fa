package dev.countersign.sample.seed;

import dev.countersign.filter.SharedStores;
import dev.countersign.persistence.management.Management;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/** Opens the store that the filter will use too, and sees to it that the sample's data is in it. */
final class SampleStart {

  private static final System.Logger LOG = System.getLogger(SampleStart.class.getName());

  private SampleStart() {}

  /** The use of the store, which ends with the WAR. */
  static AutoCloseable seed(ServletContext context, SampleDirectory directory) throws IOException {
    InstantSource clock = InstantSource.system();
    SharedStores.Lease lease = SharedStores.open(context, clock);
    try {
      Management management = Management.of(lease.stores());
      ensure(new Seeder(management, clock), directory);
      ImportStart.run(context, management, clock.instant());
      return lease;
    } catch (IOException | RuntimeException | LinkageError e) {
      lease.close();
      throw e;
    }
  }

  private static void ensure(Seeder seeder, SampleDirectory directory) throws IOException {
    ApplicationsFile file = new ApplicationsFile(directory.applications());
    List<SeededApplication> applications = file.read();
    if (applications.isEmpty() || !seeder.knows(applications)) {
      applications = seeder.seed();
      file.write(applications);
    }
    LOG.log(
        System.Logger.Level.INFO,
        "Sample applications {0}; their secrets are in {1}",
        applications,
        file.path());
  }
}
