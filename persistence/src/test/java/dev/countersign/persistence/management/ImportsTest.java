package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.Credential;
import dev.countersign.persistence.PersistentStores;
import dev.countersign.persistence.StoreSettings;
import dev.countersign.persistence.TestDatabases.Product;
import dev.countersign.persistence.database.DatabaseAddress;
import dev.countersign.persistence.importfile.ImportFormat;
import dev.countersign.signing.AppKey;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files in order, over a store as a WAR opens it. */
class ImportsTest {

  private static final InstantSource CLOCK = () -> Site.START;
  private static final Actor.Operator OPERATOR = Site.OPERATOR;

  /** Columns in another order, a byte order mark, CRLF, quotes, a blank line. */
  private static final String CSV =
      """
      \uFEFFappKey,secret,schemes,name,description,encoding\r
      AKIDold-1,"a ""quoted"", old secret",tencent aws4,Caf\u00e9,"sells, buys",\r
      \r
      AKIDold-2,AAECAwQFBgcICQoLDA0ODw==,jdcloud,bytes,,base64\r
      """;

  private static final String JSON =
      """
      [{"appKey": "AKIDold-1", "secret": "a \\"quoted\\", old secret",
        "schemes": ["tencent", "aws4"], "name": "Caf\\u00e9", "description": "sells, buys"},
       {"appKey": "AKIDold-2", "secret": "AAECAwQFBgcICQoLDA0ODw==", "schemes": "jdcloud",
        "name": "bytes", "encoding": "base64"}]
      """;

  @TempDir Path folder;

  static Stream<Arguments> files() {
    return Arrays.stream(Product.values())
        .flatMap(
            product ->
                Stream.of(
                    Arguments.of(product, ImportFormat.CSV, CSV),
                    Arguments.of(product, ImportFormat.JSON, JSON)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("files")
  void importedApplications_areKnownAtOnceWithTheirSecrets(
      Product product, ImportFormat format, String file) {
    try (PersistentStores stores = open(product)) {
      Management management = Management.of(stores);
      String account = account(management);
      // So that the absence is remembered, too.
      assertTrue(stores.credentials().find(new AppKey("AKIDold-1")).isEmpty());
      assertEquals(
          new ImportResult.Importable(2),
          ImportCalls.check(management, OPERATOR, account, format, file));
      assertTrue(stores.credentials().find(new AppKey("AKIDold-1")).isEmpty());
      List<ApplicationDetails> made = imported(management, account, format, file);

      assertEquals(
          Map.of("Caf\u00e9", Set.of("tencent", "aws4"), "bytes", Set.of("jdcloud")),
          made.stream()
              .collect(Collectors.toMap(ApplicationDetails::name, ApplicationDetails::schemes)));
      assertEquals("sells, buys", made.get(0).description());
      for (ApplicationDetails one : made) {
        assertEquals(one, management.applications().find(OPERATOR, one.id()));
        assertTrue(credential(stores, one.appKey().value()).enabled());
      }
      assertEquals("a \"quoted\", old secret", secret(stores, "AKIDold-1"));
      assertEquals(
          "000102030405060708090a0b0c0d0e0f",
          HexFormat.of()
              .formatHex(credential(stores, "AKIDold-2").secretsAt(Site.START).get(0).reveal()));
      history(management, made);
    }
  }

  private static void history(Management management, List<ApplicationDetails> made) {
    for (ApplicationDetails one : made) {
      List<AuditLine> lines =
          management.auditTrail().list(OPERATOR, AuditFilter.of(one.id()), Paging.first()).items();
      assertEquals(1, lines.size());
      assertEquals("application.import", lines.get(0).action());
      assertTrue(lines.get(0).after().contains(one.appKey().value()));
      assertFalse(lines.toString().contains("old secret"));
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("files")
  void sameFileAgain_isAlreadyThere(Product product, ImportFormat format, String file) {
    try (PersistentStores stores = open(product)) {
      Management management = Management.of(stores);
      String account = account(management);
      List<ApplicationDetails> made = imported(management, account, format, file);
      ImportResult again = new ImportResult.AlreadyThere(made);
      assertEquals(again, ImportCalls.importAll(management, OPERATOR, account, format, file));
      assertEquals(again, ImportCalls.check(management, OPERATOR, account, format, file));
      String other = management.accounts().create(OPERATOR, "other").id();
      assertInstanceOf(
          ImportResult.Rejected.class,
          ImportCalls.importAll(management, OPERATOR, other, format, file));
      assertInstanceOf(
          ImportResult.Rejected.class,
          ImportCalls.importAll(
              management, OPERATOR, account, format, file.replace("old secret", "new secret")));
      management.secrets().reset(OPERATOR, made.get(0).id(), ExpectedVersion.ANY);
      assertInstanceOf(
          ImportResult.Rejected.class,
          ImportCalls.importAll(management, OPERATOR, account, format, file));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tenThousandApplications_areOneRevision(Product product) {
    Site site = Site.alone(product);
    try {
      String file =
          IntStream.range(0, 10_000)
              .mapToObj(i -> "shop,many-" + i + ",a-good-secret-no-" + i + ",tencent")
              .collect(Collectors.joining("\n", "name,appKey,secret,schemes\n", ""));
      int changes = Dump.of(site.database()).get("cs_change").size();
      assertEquals(
          10_000, imported(site.management(), site.owner.id(), ImportFormat.CSV, file).size());
      Map<String, List<String>> dump = Dump.of(site.database());
      assertEquals(changes + 1, dump.get("cs_change").size());
      assertEquals(2, dump.get("cs_change").stream().filter(row -> row.contains("|all|")).count());
      assertEquals(10_000, dump.get("cs_application").size());
      assertEquals(10_000, dump.get("cs_app_secret").size());
      assertInstanceOf(
          ImportResult.AlreadyThere.class,
          ImportCalls.importAll(
              site.management(), OPERATOR, site.owner.id(), ImportFormat.CSV, file));
    } finally {
      site.close();
    }
  }

  private static List<ApplicationDetails> imported(
      Management management, String account, ImportFormat format, String file) {
    ImportResult result = ImportCalls.importAll(management, OPERATOR, account, format, file);
    return assertInstanceOf(ImportResult.Imported.class, result, result::toString).applications();
  }

  private static String account(Management management) {
    return management.accounts().findByName(OPERATOR, Accounts.DEFAULT).id();
  }

  private static Credential credential(PersistentStores stores, String appKey) {
    return stores.credentials().find(new AppKey(appKey)).orElseThrow();
  }

  private static String secret(PersistentStores stores, String appKey) {
    return credential(stores, appKey).secretsAt(Site.START).get(0).revealText();
  }

  private PersistentStores open(Product product) {
    DatabaseAddress.Jdbc address = product.empty();
    return PersistentStores.open(
        StoreSettings.read(
            Map.of(
                "jdbcUrl", address.url(),
                "jdbcUser", "" + address.user(),
                "jdbcPassword", "" + address.password(),
                "schema", "migrate",
                "masterKey", "file:" + folder.resolve("master.key") + "?create")),
        CLOCK);
  }
}
