package dev.countersign.persistence.database;

import dev.countersign.filter.access.SettingsException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Finds the server's data source by the name as written, or as a resource reference of the WAR. */
final class JndiDataSource {

  private static final String REFERENCES = "java:comp/env/";

  private JndiDataSource() {}

  static DataSource find(String name) {
    try {
      return (DataSource) lookUp(name);
    } catch (NamingException | ClassCastException e) {
      throw new SettingsException(
          "dataSource names no JDBC data source: "
              + name
              + "; write the JNDI name under which the server offers it,"
              + " such as java:comp/env/jdbc/countersign",
          e);
    }
  }

  /** The name is the deployer's, from web.xml; no caller can bring one in. */
  @SuppressWarnings("BanJNDI")
  private static Object lookUp(String name) throws NamingException {
    InitialContext context = new InitialContext();
    try {
      return context.lookup(name);
    } catch (NamingException e) {
      if (name.startsWith("java:")) {
        throw e;
      }
      return context.lookup(REFERENCES + name);
    } finally {
      context.close();
    }
  }
}
