package dev.countersign.sample.schemes;

import dev.countersign.persistence.management.Actor;
import dev.countersign.persistence.management.GrantTarget;
import dev.countersign.persistence.management.IssuedSecret;
import dev.countersign.persistence.management.Management;
import dev.countersign.persistence.management.NewApi;
import dev.countersign.persistence.management.NewApiGroup;
import dev.countersign.persistence.management.NewApplication;
import dev.countersign.persistence.management.NewGrant;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The database of a sample that is about to be deployed, with one application that may sign with
 * every scheme and is granted the echo group everywhere. The sample adds its own.
 */
final class SharedStore {

  private static final Actor.Operator OPERATOR = new Actor.Operator("scheme-tests");

  private SharedStore() {}

  /** Makes it where the sample of this directory looks for it. */
  static Application make(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Map<String, String> settings =
        Map.of(
            "jdbcUrl",
                "jdbc:h2:file:" + directory.resolve("countersign") + ";DB_CLOSE_ON_EXIT=FALSE",
            "masterKey", "file:" + directory.resolve("master.key") + "?create",
            "schema", "migrate");
    try (Management management = Management.open(settings, InstantSource.system())) {
      return fill(management);
    }
  }

  private static Application fill(Management management) {
    String shop = management.accounts().create(OPERATOR, "shop").id();
    String echo = management.apiGroups().define(OPERATOR, new NewApiGroup(shop, "echo", "")).id();
    management.apis().define(OPERATOR, NewApi.of(echo, "*", "/echo/**"));
    NewApplication wanted =
        NewApplication.of(shop, "scheme-tests").signingWith(Set.copyOf(Signer.SCHEMES));
    IssuedSecret issued = management.applications().create(OPERATOR, wanted).secret();
    String id = issued.applicationId();
    for (String environment : List.of("release", "prepub", "test")) {
      management
          .grants()
          .grant(OPERATOR, NewGrant.of(id, new GrantTarget.WholeGroup(echo), environment));
    }
    return new Application("scheme-tests", id, issued.appKey().value(), issued.take(), "release");
  }
}
