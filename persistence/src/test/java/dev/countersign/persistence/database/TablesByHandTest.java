package dev.countersign.persistence.database;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.filter.access.SettingsException;
import dev.countersign.persistence.TestDatabases;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The published SQL files, run by somebody who does not let the WAR make tables. */
class TablesByHandTest {

  private static final String FOLDER = "/dev/countersign/persistence/migration/";

  private static void run(Database database, String file) throws IOException, SQLException {
    String sql;
    try (InputStream bytes = TablesByHandTest.class.getResourceAsStream(FOLDER + file)) {
      sql = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
    database.withConnection(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void filesRunByHand_areTheVersionThatIsNeeded(TestDatabases.Product product) throws Exception {
    try (Database database = Database.open(product.empty(), new Timeouts(Duration.ofSeconds(20)))) {
      for (String script : Schema.SCRIPTS) {
        run(database, database.dialect().folder() + "/" + script);
      }
      assertThrows(SettingsException.class, () -> Schema.prepare(database, SchemaMode.VALIDATE));
      run(database, "history.sql");
      assertDoesNotThrow(() -> Schema.prepare(database, SchemaMode.VALIDATE));
      assertDoesNotThrow(() -> Schema.prepare(database, SchemaMode.MIGRATE));
      assertDoesNotThrow(() -> Schema.prepare(database, SchemaMode.VALIDATE));
    }
  }
}
