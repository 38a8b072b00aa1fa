package dev.countersign.persistence.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.Credential;
import dev.countersign.persistence.PersistentStores;
import dev.countersign.persistence.StoreSettings;
import dev.countersign.persistence.TestDatabases.Product;
import dev.countersign.persistence.database.DatabaseAddress;
import dev.countersign.signing.AppKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstApplicationTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Properties properties = new Properties();
  @TempDir private Path directory;

  @BeforeEach
  void pointToAnEmptyDatabase() {
    DatabaseAddress.Jdbc database = Product.H2.empty();
    properties.setProperty("countersign.jdbcUrl", database.url());
    properties.setProperty("countersign.jdbcUser", "sa");
    properties.setProperty("countersign.jdbcPassword", "sa");
    properties.setProperty("countersign.schema", "migrate");
    properties.setProperty(
        "countersign.masterKey", "file:" + directory.resolve("master.key") + "?create");
  }

  private int run(String... arguments) {
    return FirstApplication.run(
        arguments,
        properties,
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8));
  }

  private Map<String, String> printed() {
    Map<String, String> printed = new HashMap<>();
    out.toString(UTF_8)
        .lines()
        .map(line -> line.split(": ", 2))
        .forEach(pair -> printed.put(pair[0], pair[1]));
    return printed;
  }

  @Test
  void command_makesAnApplicationThatTheStoresKnow_withTheSecretItPrinted() {
    assertEquals(
        0, run("my-program", "orders", "GET /orders/{id}", "release"), err.toString(UTF_8));
    Map<String, String> settings = new HashMap<>();
    properties.forEach(
        (name, value) ->
            settings.put(name.toString().substring("countersign.".length()), value.toString()));
    try (PersistentStores stores =
        PersistentStores.open(StoreSettings.read(settings), InstantSource.system())) {
      Credential credential =
          stores.credentials().find(new AppKey(printed().get("app key"))).orElseThrow();
      assertEquals(printed().get("application id"), credential.applicationId());
      assertEquals(printed().get("secret"), credential.secrets().get(0).secret().revealText());
      assertEquals(
          1,
          stores
              .grants()
              .find(credential.applicationId(), "release", stores.apis().apis().get(0))
              .size());
    }
  }

  @Test
  void passwordInAFile_isReadFromThere() throws IOException {
    Path file = Files.writeString(directory.resolve("db.password"), "sa\n");
    properties.setProperty("countersign.jdbcPassword", "${file:" + file + "}");
    assertEquals(
        0, run("my-program", "orders", "GET /orders/{id}", "release"), err.toString(UTF_8));
  }

  @Test
  void referenceToNothing_isToldWithTheNameOfItsSetting() {
    properties.setProperty("countersign.jdbcPassword", "${file:" + directory + "/none}");
    assertEquals(1, run("my-program", "orders", "GET /orders/{id}", "release"));
    assertTrue(err.toString(UTF_8).contains("jdbcPassword"), err.toString(UTF_8));
  }

  @Test
  void grantThatFails_isTold_andTheSecretIsPrinted() throws SQLException {
    assertEquals(0, run("one", "orders", "GET /orders/{id}", "release"), err.toString(UTF_8));
    out.reset();
    try (Connection connection =
            DriverManager.getConnection(properties.getProperty("countersign.jdbcUrl"), "sa", "sa");
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE cs_grant RENAME TO cs_grant_gone");
    }
    assertEquals(1, run("two", "orders", "GET /orders/{id}", "release"));
    assertTrue(!err.toString(UTF_8).isBlank());
    assertTrue(!printed().get("secret").isBlank());
  }

  @Test
  void secondCall_usesTheGroupAndApiThatAreThere() {
    assertEquals(0, run("one", "orders", "GET /orders/{id}", "release"), err.toString(UTF_8));
    assertEquals(0, run("two", "orders", "GET /orders/{id}", "test"), err.toString(UTF_8));
  }

  @Test
  void unknownEnvironment_changesNothing_andSaysSo() {
    assertEquals(1, run("my-program", "orders", "GET /orders/{id}", "nowhere"));
    assertTrue(!err.toString(UTF_8).isBlank());
    assertEquals("", out.toString(UTF_8));
  }

  @Test
  void wrongCall_showsTheUsage() {
    assertEquals(2, run("my-program"));
    assertEquals(2, run("my-program", "orders", "GET", "release"));
    assertTrue(err.toString(UTF_8).startsWith("usage:"));
  }

  @Test
  void wrongSetting_isToldInOneLine() {
    properties.setProperty("countersign.jdbcUlr", "x");
    assertEquals(1, run("my-program", "orders", "GET /orders/{id}", "release"));
    assertTrue(err.toString(UTF_8).contains("jdbcUlr"), err.toString(UTF_8));
  }
}
