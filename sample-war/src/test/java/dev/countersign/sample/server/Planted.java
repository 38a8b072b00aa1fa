package dev.countersign.sample.server;

import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.WireSigner;
import dev.countersign.testing.logs.LogMarker;
import dev.countersign.testing.logs.Sensitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the watch of logs has to know of a site. */
final class Planted {

  private Planted() {}

  /** What a site made for itself when it was deployed. */
  static void learnSecrets(Path home) {
    Sensitive.file(home.resolve("master.key"));
    Path applications = home.resolve("applications.json");
    try {
      if (Files.exists(applications)) {
        // Each tells its secret.
        Application.readAll(applications);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static void in(Site site) {
    RawRequest call = site.get("/echo/" + LogMarker.TEXT);
    site.assertRefused(403, "not-granted", WireSigner.sign(call, site.application("no-grant")));
  }
}
