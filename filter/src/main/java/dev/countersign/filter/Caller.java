package dev.countersign.filter;

import dev.countersign.filter.access.Admitted;
import dev.countersign.filter.access.Grant;
import dev.countersign.signing.AppKey;
import jakarta.servlet.ServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who got in, and by what right: the principal of an admitted request. Only this library makes one,
 * out of an admitting verdict, so an application that holds one holds a proved identity. Immutable
 * and thread-safe.
 */
public final class Caller implements Principal {

  /**
   * The request attribute that holds the caller, for access logs: {@code
   * %{dev.countersign.caller}r} in Tomcat's. Code uses {@link #of}.
   */
  public static final String ATTRIBUTE = "dev.countersign.caller";

  private final Admitted admitted;

  Caller(Admitted admitted) {
    this.admitted = admitted;
  }

  /** The caller of a request, or empty when no {@link AccessFilter} admitted it. */
  public static Optional<Caller> of(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Caller caller
        ? Optional.of(caller)
        : Optional.empty();
  }

  /** The id of the application: the name of a principal outlives its app key. */
  @Override
  public String getName() {
    return application();
  }

  /** Id of the application that signed the request. */
  public String application() {
    return admitted.applicationId();
  }

  /** Id of the account that owns the application. */
  public String account() {
    return admitted.accountId();
  }

  /** The app key under which it signed. */
  public AppKey appKey() {
    return admitted.appKey();
  }

  /** Id of the signature scheme, such as {@code countersign-1}. */
  public String scheme() {
    return admitted.scheme();
  }

  /** The environment in which it is granted the API. */
  public String environment() {
    return admitted.environment();
  }

  /** Id of the API. */
  public String api() {
    return admitted.api().id();
  }

  /** Name of the API's group. */
  public String apiGroup() {
    return admitted.api().group();
  }

  /** Method and path template of the API, such as {@code GET /orders/{id}}. */
  public String operation() {
    return admitted.api().operation();
  }

  /** Ids of the grants that allow the request, at least one. */
  public List<String> grants() {
    return admitted.grants().stream().map(Grant::id).toList();
  }

  /** The roles on those grants. */
  public Set<String> roles() {
    return admitted.roles();
  }

  /** Application, app key and environment, as an access log shows them. */
  @Override
  public String toString() {
    return application() + "/" + appKey() + "/" + environment();
  }
}
