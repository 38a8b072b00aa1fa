package dev.countersign.sample.jaxrs;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** What somebody else has in the WAR, found by whatever JAX-RS is there. */
@ApplicationPath("/rs")
public final class DeskApplication extends Application {

  /** For the implementation. */
  public DeskApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(DeskResource.class, AnyFault.class);
  }
}
