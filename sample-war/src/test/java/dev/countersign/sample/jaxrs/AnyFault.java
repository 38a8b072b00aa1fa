package dev.countersign.sample.jaxrs;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Takes all that goes wrong in JAX-RS; by its status one sees who answered. */
@Provider
public final class AnyFault implements ExceptionMapper<Throwable> {

  static final int STATUS = 418;

  /** For the implementation. */
  public AnyFault() {}

  @Override
  public Response toResponse(Throwable fault) {
    return Response.status(STATUS).type("text/plain").entity("by JAX-RS").build();
  }
}
