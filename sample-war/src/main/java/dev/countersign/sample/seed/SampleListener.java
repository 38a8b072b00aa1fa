package dev.countersign.sample.seed;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Runs before the filter starts: completes the settings that depend on where the sample runs, and
 * seeds an empty database. What goes wrong here is only logged; it is the filter that then refuses
 * every request. Only a broken file to import keeps the WAR from starting.
 */
public final class SampleListener implements ServletContextListener {

  /** The attribute of the context that is there when the data could not be set up. */
  public static final String NOT_SEEDED = SampleListener.class.getName() + ".notSeeded";

  private static final System.Logger LOG = System.getLogger(SampleListener.class.getName());

  private @Nullable AutoCloseable lease;

  /** Called by the container. */
  public SampleListener() {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    SampleDirectory directory = SampleDirectory.of(context);
    // Neither replaces what web.xml says.
    context.setInitParameter("countersign.jdbcUrl", directory.jdbcUrl());
    context.setInitParameter("countersign.masterKey", directory.masterKey());
    try {
      lease = SampleStart.seed(context, directory);
    } catch (BrokenImportException e) {
      LOG.log(System.Logger.Level.ERROR, e.getMessage());
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.log(System.Logger.Level.ERROR, "The sample could not be seeded", e);
      context.setAttribute(NOT_SEEDED, true);
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    try {
      if (lease != null) {
        lease.close();
      }
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, "The store was not closed", e);
    }
    forgetDrivers();
  }

  /** The driver in this WAR registered itself with the JDK, which would keep the WAR in memory. */
  private static void forgetDrivers() {
    ClassLoader own = SampleListener.class.getClassLoader();
    DriverManager.drivers()
        .filter(driver -> driver.getClass().getClassLoader() == own)
        .forEach(SampleListener::forget);
  }

  private static void forget(Driver driver) {
    try {
      DriverManager.deregisterDriver(driver);
    } catch (SQLException | SecurityException e) {
      LOG.log(System.Logger.Level.WARNING, "A driver stays registered", e);
    }
  }
}
