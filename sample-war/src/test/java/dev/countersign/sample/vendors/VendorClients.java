package dev.countersign.sample.vendors;

import java.io.IOException;
import java.nio.file.Path;

/** Starts what a row of clients.json describes. */
final class VendorClients {

  /** Where the drivers are. */
  static final Path DIRECTORY = Path.of(System.getProperty("vendor.clients"));

  /** Where the summary goes, and what drivers complain of beside it. */
  static final Path SUMMARY = Path.of(System.getProperty("vendor.summary"));

  private VendorClients() {}

  static VendorClient start(ClientEntry entry) throws IOException {
    if (entry.java() != null) {
      return JavaClients.BY_NAME.get(entry.java()).get();
    }
    Path complaints = SUMMARY.resolveSibling("vendor-" + entry.id() + ".err");
    return new ProcessClient(entry.run(), DIRECTORY, complaints);
  }
}
