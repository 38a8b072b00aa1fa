package dev.countersign.persistence.work;

import dev.countersign.persistence.data.Ids;
import dev.countersign.persistence.database.Database;
import java.util.Properties;
import org.eclipse.persistence.config.PersistenceUnitProperties;

/** How EclipseLink runs our unit inside somebody else's server. */
final class UnitProperties {

  private static final String OFF = "false";

  private UnitProperties() {}

  static Properties of(Database database) {
    Properties properties = new Properties();
    // Two WARs in one server that share EclipseLink would otherwise share one session, and its
    // entities.
    properties.setProperty(PersistenceUnitProperties.SESSION_NAME, Unit.NAME + "-" + Ids.next());
    properties.setProperty(PersistenceUnitProperties.TARGET_SERVER, "None");
    properties.setProperty(
        PersistenceUnitProperties.TARGET_DATABASE, database.dialect().platform());
    properties.setProperty(PersistenceUnitProperties.WEAVING, OFF);
    properties.setProperty(PersistenceUnitProperties.CACHE_SHARED_DEFAULT, OFF);
    properties.setProperty(PersistenceUnitProperties.EXCLUDE_ECLIPSELINK_ORM_FILE, "true");
    // Its own default logger prints to the console; parameters of statements are never shown.
    properties.setProperty(PersistenceUnitProperties.LOGGING_LOGGER, "JavaLogger");
    properties.setProperty(PersistenceUnitProperties.LOGGING_PARAMETERS, OFF);
    // What fails is thrown, and logged by whoever answers for it; a driver's message may quote
    // values.
    properties.setProperty(PersistenceUnitProperties.LOGGING_LEVEL, "SEVERE");
    properties.setProperty(
        PersistenceUnitProperties.QUERY_TIMEOUT,
        Integer.toString(database.timeouts().statementMillis()));
    properties.setProperty(PersistenceUnitProperties.QUERY_TIMEOUT_UNIT, "MILLISECONDS");
    return properties;
  }
}
