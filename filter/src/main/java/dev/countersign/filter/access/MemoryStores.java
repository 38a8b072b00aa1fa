package dev.countersign.filter.access;

import dev.countersign.signing.AppKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stores in the memory of one node, for embedding and for tests: what is put in holds until it is
 * taken out. Thread-safe; a change holds from the next decision on.
 */
public final class MemoryStores implements AccessStores {

  private final Map<AppKey, Credential> byKey = new ConcurrentHashMap<>();
  private final Map<Permission, List<Grant>> byPermission = new ConcurrentHashMap<>();
  private volatile List<Api> apis = List.of();
  private final NonceStore nonces;
  private final DecisionListener listener;

  /** Empty stores around this memory of nonces, telling this listener. */
  public MemoryStores(NonceStore nonces, DecisionListener listener) {
    this.nonces = nonces;
    this.listener = listener;
  }

  /** Puts an application's credential, in place of an earlier one of the same key. */
  public void put(Credential credential) {
    byKey.put(credential.appKey(), credential);
  }

  /** Defines the APIs, in place of all earlier ones. */
  public void define(List<Api> definitions) {
    apis = List.copyOf(definitions);
  }

  /**
   * Adds a grant.
   *
   * @param targetId id of an API or of an API group
   */
  public void grant(String applicationId, String environment, String targetId, Grant grant) {
    byPermission.merge(
        new Permission(applicationId, environment, targetId), List.of(grant), MemoryStores::joined);
  }

  /** Takes away all grants of this application on this API or group in this environment. */
  public void revoke(String applicationId, String environment, String targetId) {
    byPermission.remove(new Permission(applicationId, environment, targetId));
  }

  @Override
  public CredentialStore credentials() {
    return appKey -> Optional.ofNullable(byKey.get(appKey));
  }

  @Override
  public GrantStore grants() {
    return (applicationId, environment, api) ->
        joined(
            held(applicationId, environment, api.id()),
            held(applicationId, environment, api.groupId()));
  }

  @Override
  public ApiCatalogue apis() {
    return () -> apis;
  }

  @Override
  public NonceStore nonces() {
    return nonces;
  }

  @Override
  public DecisionListener decisions() {
    return listener;
  }

  @Override
  public void close() {
    // nothing is held open
  }

  private List<Grant> held(String applicationId, String environment, String targetId) {
    return byPermission.getOrDefault(
        new Permission(applicationId, environment, targetId), List.of());
  }

  private static List<Grant> joined(List<Grant> some, List<Grant> more) {
    List<Grant> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  private record Permission(String applicationId, String environment, String targetId) {}
}
