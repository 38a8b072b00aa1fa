package dev.countersign.filter.access;

import dev.countersign.signing.AppKey;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A request that may enter, and on whose behalf. Only the gate makes one, after every step has
 * passed; so whoever holds one holds a proved identity. Immutable and thread-safe.
 */
public final class Admitted implements Verdict {

  private final Credential credential;
  private final Placement placement;
  private final Api api;
  private final List<Grant> grants;
  private final String scheme;
  private final Set<String> roles;

  Admitted(Credential credential, Placement placement, Api api, List<Grant> grants, String scheme) {
    this.credential = credential;
    this.placement = placement;
    this.api = api;
    this.grants = List.copyOf(grants);
    this.scheme = scheme;
    Set<String> united = new TreeSet<>();
    grants.forEach(grant -> united.addAll(grant.roles()));
    this.roles = Set.copyOf(united);
  }

  /** Id of the application that signed. */
  public String applicationId() {
    return credential.applicationId();
  }

  /** Id of the account that owns the application. */
  public String accountId() {
    return credential.accountId();
  }

  /** The app key under which it signed. */
  public AppKey appKey() {
    return credential.appKey();
  }

  /** Id of the scheme. */
  public String scheme() {
    return scheme;
  }

  /** The environment that the request resolved to. */
  public String environment() {
    return placement.environment();
  }

  /** Where the request belongs. */
  public Placement placement() {
    return placement;
  }

  /** The API that was granted. */
  public Api api() {
    return api;
  }

  /** The grants that allow it, at least one. */
  public List<Grant> grants() {
    return grants;
  }

  /** The roles of all those grants, united. */
  public Set<String> roles() {
    return roles;
  }
}
