package dev.countersign.persistence.work;

import dev.countersign.persistence.data.AccountRow;
import dev.countersign.persistence.data.ApiGroupNameRow;
import dev.countersign.persistence.data.ApiGroupRow;
import dev.countersign.persistence.data.ApiRow;
import dev.countersign.persistence.data.AppSecretRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.AuditRow;
import dev.countersign.persistence.data.EnvironmentRow;
import dev.countersign.persistence.data.GrantRow;
import dev.countersign.persistence.data.ManagedRow;
import dev.countersign.persistence.database.Database;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.net.URL;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.jspecify.annotations.Nullable;

/**
 * The persistence unit, described in code. A {@code META-INF/persistence.xml} in the jar would be
 * found by full servers, which deploy it against their own data source, and one of them then
 * refuses the whole WAR.
 */
final class Unit implements PersistenceUnitInfo {

  static final String NAME = "countersign";

  private static final List<Class<?>> CLASSES =
      List.of(
          ManagedRow.class,
          AccountRow.class,
          ApplicationRow.class,
          AppSecretRow.class,
          EnvironmentRow.class,
          ApiGroupRow.class,
          ApiGroupNameRow.class,
          ApiRow.class,
          GrantRow.class,
          AuditRow.class);

  private final Database database;

  Unit(Database database) {
    this.database = database;
  }

  @Override
  public String getPersistenceUnitName() {
    return NAME;
  }

  @Override
  public String getPersistenceProviderClassName() {
    return PersistenceProvider.class.getName();
  }

  /** Of Persistence 3.2, where the interface asks for it; none. */
  public @Nullable String getScopeAnnotationName() {
    return null;
  }

  /** Of Persistence 3.2, where the interface asks for it; none. */
  public List<String> getQualifierAnnotationNames() {
    return List.of();
  }

  // In full: Persistence 3.2 has a second type of this name.
  @Override
  public jakarta.persistence.spi.PersistenceUnitTransactionType getTransactionType() {
    return jakarta.persistence.spi.PersistenceUnitTransactionType.RESOURCE_LOCAL;
  }

  @Override
  public @Nullable DataSource getJtaDataSource() {
    return null;
  }

  @Override
  public DataSource getNonJtaDataSource() {
    return database.dataSource();
  }

  @Override
  public List<String> getMappingFileNames() {
    return List.of();
  }

  @Override
  public List<URL> getJarFileUrls() {
    return List.of();
  }

  @Override
  public URL getPersistenceUnitRootUrl() {
    return Unit.class.getProtectionDomain().getCodeSource().getLocation();
  }

  @Override
  public List<String> getManagedClassNames() {
    return CLASSES.stream().<String>map(Class::getName).toList();
  }

  @Override
  public boolean excludeUnlistedClasses() {
    return true;
  }

  @Override
  public SharedCacheMode getSharedCacheMode() {
    return SharedCacheMode.NONE;
  }

  @Override
  public ValidationMode getValidationMode() {
    return ValidationMode.NONE;
  }

  @Override
  public Properties getProperties() {
    return UnitProperties.of(database);
  }

  @Override
  public String getPersistenceXMLSchemaVersion() {
    return "3.0";
  }

  @Override
  public ClassLoader getClassLoader() {
    return Unit.class.getClassLoader();
  }

  /** Nothing is woven. */
  @Override
  public void addTransformer(ClassTransformer transformer) {}

  @Override
  public ClassLoader getNewTempClassLoader() {
    return Unit.class.getClassLoader();
  }
}
