package dev.countersign.sample.jaxrs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.security.Principal;

/** Tells who calls, as JAX-RS tells it. */
@Path("")
public final class DeskResource {

  /** For the implementation. */
  public DeskResource() {}

  @GET
  @Path("open")
  @Produces("text/plain")
  public String open(@Context SecurityContext security) {
    return caller(security);
  }

  @GET
  @Path("signed/desk")
  @Produces("text/plain")
  public String signed(@Context SecurityContext security) {
    return caller(security) + (security.isUserInRole("clerk") ? " clerk" : "");
  }

  /** The implementation that runs. */
  @GET
  @Path("implementation")
  @Produces("text/plain")
  public String implementation() {
    return RuntimeDelegate.getInstance().getClass().getName();
  }

  private static String caller(SecurityContext security) {
    Principal principal = security.getUserPrincipal();
    return principal == null ? "nobody" : principal.getName();
  }
}
