package dev.countersign.persistence.database;

import org.jspecify.annotations.Nullable;

/** Where the database is. Immutable. */
public sealed interface DatabaseAddress {

  /**
   * A data source of the server, found by its JNDI name; it must not take part in JTA transactions.
   */
  record Jndi(String name) implements DatabaseAddress {}

  /**
   * A JDBC URL, for which a pool of our own is opened.
   *
   * @param user {@code null} where the URL or the driver says it
   * @param password {@code null} for none
   * @param creating whether an embedded database that is not there may be made: else a slip in the
   *     URL would be a new, empty one
   */
  record Jdbc(String url, @Nullable String user, @Nullable String password, boolean creating)
      implements DatabaseAddress {

    /** Without what may be set behind it, or stand before a host, such as a password. */
    String place() {
      return url.replaceFirst("[;?].*", "").replaceFirst("//[^/]*@", "//");
    }

    /** Neither the password nor the URL, which may hold one. */
    @Override
    public String toString() {
      return "Jdbc[redacted]";
    }
  }
}
