package dev.countersign.sample.seed;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Runs before the filter starts: completes the settings that depend on where the sample runs, and
 * seeds an empty database.
 */
public final class SampleListener implements ServletContextListener {

  /** Called by the container. */
  public SampleListener() {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    SampleDirectory directory = SampleDirectory.of(context);
    // Neither replaces what web.xml says.
    context.setInitParameter("countersign.jdbcUrl", directory.jdbcUrl());
    context.setInitParameter("countersign.masterKey", directory.masterKey());
  }
}
