package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.Credential;
import dev.countersign.persistence.PersistentStores;
import dev.countersign.persistence.StoreSettings;
import dev.countersign.persistence.TestDatabases.Product;
import dev.countersign.persistence.importfile.ImportFormat;
import dev.countersign.signing.AppKey;
import dev.countersign.testing.Overlapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An import in a process of its own that is killed (SIGKILL) leaves all or none. */
class ImportKilledTest {

  private static final int APPLICATIONS = Integer.getInteger("killed.applications");

  /** The more there are to write, the longer it takes. */
  private static final List<Integer> MILLIS_AFTER_THE_BEGINNING =
      List.of(0, APPLICATIONS / 50, APPLICATIONS * 2 / 25, APPLICATIONS / 4);

  private static final List<Integer> KIB_WRITTEN = List.of(16, APPLICATIONS / 10);

  @TempDir Path folder;

  static Stream<Arguments> moments() {
    return Arrays.stream(Product.values())
        .flatMap(
            product ->
                MILLIS_AFTER_THE_BEGINNING.stream().map(millis -> Arguments.of(product, millis)));
  }

  @Overlapping
  @ParameterizedTest(name = "{0} after {1} ms")
  @MethodSource("moments")
  void importKilledAtAnyMoment_leavesAllOrNone(Product product, int millis) throws Exception {
    Map<String, String> settings = settings(product);
    try (Importing importing = Importing.start(folder, file(), settings)) {
      importing.awaitReady();
      importing.begin();
      importing.kill(millis);
    }
    startedAgain(settings, StoredCounts.allOrNone(settings, APPLICATIONS));
  }

  /** Held before its commit, so that every kill is certain to be in the middle. */
  @Overlapping
  @Test
  void importKilledWhileItWrites_leavesNone() throws Exception {
    Map<String, String> settings = settings(Product.POSTGRESQL);
    for (int kib : KIB_WRITTEN) {
      try (Connection holder = StoredCounts.connect(settings);
          Importing importing = Importing.start(folder, file(), settings)) {
        importing.awaitReady();
        StoredCounts.holdRevisions(holder);
        importing.begin();
        StoredCounts.awaitWritten(settings, kib, importing);
        importing.kill(0);
      }
      assertEquals(0, StoredCounts.allOrNone(settings, APPLICATIONS));
    }
    startedAgain(settings, 0);
  }

  @Overlapping
  @Test
  void importKilledBeforeItsCommit_leavesNone() throws Exception {
    Map<String, String> settings = settings(Product.POSTGRESQL);
    try (Connection holder = StoredCounts.connect(settings);
        Importing importing = Importing.start(folder, file(), settings)) {
      importing.awaitReady();
      StoredCounts.holdRevisions(holder);
      importing.begin();
      StoredCounts.awaitWaitingForRevision(settings, importing);
      importing.kill(0);
    }
    assertEquals(0, StoredCounts.allOrNone(settings, APPLICATIONS));
    startedAgain(settings, 0);
  }

  private void startedAgain(Map<String, String> settings, int there) throws Exception {
    try (PersistentStores stores =
        PersistentStores.open(StoreSettings.read(settings), InstantSource.system())) {
      Management management = Management.of(stores);
      String account = management.accounts().findByName(Site.OPERATOR, Accounts.DEFAULT).id();
      ImportResult result =
          ImportCalls.importAll(
              management, Site.OPERATOR, account, ImportFormat.CSV, Files.readString(file()));
      Class<?> expected =
          there == 0 ? ImportResult.Imported.class : ImportResult.AlreadyThere.class;
      assertEquals(expected, result.getClass());
      Credential last =
          stores.credentials().find(new AppKey("old-" + (APPLICATIONS - 1))).orElseThrow();
      assertEquals(
          "a-good-secret-no-" + (APPLICATIONS - 1),
          last.secretsAt(InstantSource.system().instant()).get(0).revealText());
    }
    assertEquals(APPLICATIONS, StoredCounts.allOrNone(settings, APPLICATIONS));
  }

  private Path file() throws IOException {
    Path file = folder.resolve("old.csv");
    if (Files.notExists(file)) {
      Files.writeString(
          file,
          IntStream.range(0, APPLICATIONS)
              .mapToObj(i -> "program," + "old-" + i + ",a-good-secret-no-" + i + ",tencent")
              .collect(Collectors.joining("\n", "name,appKey,secret,schemes\n", "\n")));
    }
    return file;
  }

  /** Opened and closed once, so that tables and master key are there. */
  private Map<String, String> settings(Product product) {
    Map<String, String> settings = new LinkedHashMap<>();
    if (product == Product.H2) {
      settings.put("jdbcUrl", "jdbc:h2:file:" + folder.resolve("database"));
      settings.put("jdbcUser", "sa");
      settings.put("jdbcPassword", "sa");
    } else {
      var address = product.empty();
      settings.put("jdbcUrl", address.url());
      settings.put("jdbcUser", "" + address.user());
      settings.put("jdbcPassword", "" + address.password());
    }
    settings.put("schema", "migrate");
    settings.put("storeTimeout", "60s");
    settings.put("masterKey", "file:" + folder.resolve("master.key") + "?create");
    Management.open(settings, InstantSource.system()).close();
    assertTrue(Files.exists(folder.resolve("master.key")));
    return settings;
  }
}
