package dev.countersign.sample.server;

import dev.countersign.sample.logs.LogMarkers;
import dev.countersign.sample.logs.Sensitive;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.WireSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the server, EclipseLink and us log a marker, so that the search of logs is proved. */
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
    String marker = "planted" + WireSigner.nonce();
    LogMarkers.expect(marker);
    Application unknown = site.application("echo").withAppKey(marker);
    RawRequest call = site.get("/echo/" + marker);
    site.send(WireSigner.sign(call, unknown));
  }
}
