package dev.countersign.sample.vendors;

import dev.countersign.persistence.management.Actor;
import dev.countersign.persistence.management.GrantTarget;
import dev.countersign.persistence.management.IssuedSecret;
import dev.countersign.persistence.management.Management;
import dev.countersign.persistence.management.NewApi;
import dev.countersign.persistence.management.NewApiGroup;
import dev.countersign.persistence.management.NewApplication;
import dev.countersign.persistence.management.NewGrant;
import dev.countersign.sample.wire.Application;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.SignatureScheme;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;

/** The application that all clients sign for, made before the WAR opens its database. */
final class VendorApplication {

  private static final Actor.Operator OPERATOR = new Actor.Operator("vendor-clients");
  private static final String ENVIRONMENT = "release";

  private VendorApplication() {}

  /** Granted the echo group of the sample, with every scheme. */
  static Application create(Path home) {
    try (Management management = Management.open(settings(home), InstantSource.system())) {
      String shop = management.accounts().create(OPERATOR, "shop").id();
      String echo = management.apiGroups().define(OPERATOR, new NewApiGroup(shop, "echo", "")).id();
      management.apis().define(OPERATOR, NewApi.of(echo, "*", "/echo/**"));
      IssuedSecret issued =
          management
              .applications()
              .create(
                  OPERATOR,
                  NewApplication.of(shop, "vendors")
                      .signingWith(
                          Schemes.known().stream()
                              .map(SignatureScheme::id)
                              .collect(Collectors.toSet())))
              .secret();
      management
          .grants()
          .grant(
              OPERATOR,
              NewGrant.of(issued.applicationId(), new GrantTarget.WholeGroup(echo), ENVIRONMENT));
      return new Application(
          "vendors", issued.applicationId(), issued.appKey().value(), issued.take(), ENVIRONMENT);
    }
  }

  /** As the sample's own listener has them. */
  private static Map<String, String> settings(Path home) {
    return Map.of(
        "jdbcUrl", "jdbc:h2:file:" + home.resolve("countersign") + ";DB_CLOSE_ON_EXIT=FALSE",
        "schema", "migrate",
        "masterKey", "file:" + home.resolve("master.key") + "?create");
  }
}
