package dev.countersign.filter;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Brings the stores of the tests into a WAR that is deployed from its descriptor. */
public final class TestStoresListener implements ServletContextListener {

  /** For the container. */
  public TestStoresListener() {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    event.getServletContext().setAttribute(SharedStores.ATTRIBUTE, new TestStores());
  }
}
