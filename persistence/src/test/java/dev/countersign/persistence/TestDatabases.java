package dev.countersign.persistence;

import dev.countersign.persistence.data.Ids;
import dev.countersign.persistence.database.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Empty databases of both products; PostgreSQL is started once, by the first test that asks. */
public final class TestDatabases {

  private TestDatabases() {}

  /** A product that every store runs on. */
  public enum Product {
    H2 {
      @Override
      public DatabaseAddress.Jdbc empty() {
        return new DatabaseAddress.Jdbc(
            "jdbc:h2:mem:" + Ids.next() + ";DB_CLOSE_DELAY=-1", "sa", "sa", true);
      }
    },
    POSTGRESQL {
      @Override
      public DatabaseAddress.Jdbc empty() {
        String name = "t" + Ids.next();
        try (Connection connection = Shared.SERVER.getPostgresDatabase().getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
        return new DatabaseAddress.Jdbc(
            "jdbc:postgresql://localhost:" + Shared.SERVER.getPort() + "/" + name,
            "postgres",
            "postgres",
            true);
      }
    };

    /** A new database without tables. */
    public abstract DatabaseAddress.Jdbc empty();
  }

  private static final class Shared {

    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
