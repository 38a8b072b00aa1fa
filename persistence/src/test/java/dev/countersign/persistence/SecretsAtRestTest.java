package dev.countersign.persistence;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecretsAtRestTest {

  private static final Secret SECRET = Secret.ofText("the-secret-of-the-shop-0123456789");

  @ParameterizedTest
  @EnumSource
  void dumpOfTheDatabase_holdsNeitherSecretNorMasterKey(TestDatabases.Product product)
      throws SQLException, IOException {
    try (StoreFixture fixture = StoreFixture.on(product)) {
      String application = fixture.application("shop-key");
      fixture.secret(application, 1, SECRET, null);
      assertTrue(fixture.stores().credentials().find(new AppKey("shop-key")).isPresent());
      String dump = dump(fixture, product).toLowerCase(Locale.ROOT);
      assertTrue(dump.contains("shop-key"), dump);
      String key = Files.readString(fixture.masterKeyFile(), StandardCharsets.UTF_8).trim();
      for (byte[] hidden : List.of(SECRET.reveal(), Base64.getDecoder().decode(key))) {
        assertAbsent(dump, new String(hidden, StandardCharsets.ISO_8859_1));
        assertAbsent(dump, HexFormat.of().formatHex(hidden));
        assertAbsent(dump, Base64.getEncoder().withoutPadding().encodeToString(hidden));
      }
    }
  }

  private static void assertAbsent(String dump, String hidden) {
    assertFalse(dump.contains(hidden.toLowerCase(Locale.ROOT)), dump);
  }

  private static String dump(StoreFixture fixture, TestDatabases.Product product)
      throws SQLException {
    try (Connection connection = fixture.connect()) {
      if (product == TestDatabases.Product.H2) {
        return String.join("\n", strings(connection, "SCRIPT"));
      }
      List<String> rows = new ArrayList<>();
      for (String table :
          strings(
              connection,
              "SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'cs%'")) {
        rows.addAll(strings(connection, "SELECT t::text FROM " + table + " t"));
      }
      return String.join("\n", rows);
    }
  }

  private static List<String> strings(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> strings = new ArrayList<>();
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
      return strings;
    }
  }
}
