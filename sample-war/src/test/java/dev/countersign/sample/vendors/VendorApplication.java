package dev.countersign.sample.vendors;

import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.WireSigner;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.SignatureScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The application that all clients sign for. It comes from another gateway: the sample imports it,
 * and lets it call the echo APIs.
 */
final class VendorApplication {

  private static final String NAME = "vendors";
  private static final String ENVIRONMENT = "release";

  private VendorApplication() {}

  /** For a site that keeps its things here and is yet to be deployed. */
  static Application create(Path home) {
    String schemes =
        Schemes.known().stream().map(SignatureScheme::id).collect(Collectors.joining(" "));
    String appKey = "AKID" + WireSigner.nonce();
    String secret = WireSigner.nonce() + WireSigner.nonce();
    String line = String.join(",", NAME, appKey, secret, schemes);
    try {
      Files.createDirectories(home);
      Files.write(SiteKind.importFile(home), List.of("name,appKey,secret,schemes", line));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new Application(NAME, "", appKey, secret, ENVIRONMENT);
  }
}
