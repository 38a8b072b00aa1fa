package dev.countersign.filter;

import dev.countersign.filter.access.Admitted;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.security.Principal;
import java.util.Optional;

/**
 * Who got in: the application behind an admitted request, and on whose behalf. Immutable and
 * thread-safe.
 */
public final class Caller implements Principal {

  private final Admitted admitted;

  Caller(Admitted admitted) {
    this.admitted = admitted;
  }

  /**
   * The caller of this request, or of the request that it wraps; empty if no filter of ours
   * admitted it.
   */
  public static Optional<Caller> of(ServletRequest request) {
    ServletRequest current = request;
    while (current instanceof ServletRequestWrapper wrapper) {
      if (current instanceof AuthenticatedRequest authenticated) {
        return Optional.of(authenticated.caller());
      }
      current = wrapper.getRequest();
    }
    return Optional.empty();
  }

  /** The id of the application. */
  @Override
  public String getName() {
    return admitted.applicationId();
  }

  /** What the gate found. */
  Admitted admitted() {
    return admitted;
  }
}
