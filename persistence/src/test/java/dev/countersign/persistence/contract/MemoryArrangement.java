package dev.countersign.persistence.contract;

import dev.countersign.filter.access.AccessStores;
import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.Credential;
import dev.countersign.filter.access.Credential.LiveSecret;
import dev.countersign.filter.access.DecisionListener;
import dev.countersign.filter.access.Grant;
import dev.countersign.filter.access.MemoryNonceStore;
import dev.countersign.filter.access.MemoryStores;
import dev.countersign.filter.access.PathTemplate;
import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Over the stores in memory. */
final class MemoryArrangement implements Arrangement {

  private final List<Api> apis = new ArrayList<>();
  private final Set<String> targets = new HashSet<>();
  private MemoryStores stores =
      new MemoryStores(MemoryNonceStore.create(InstantSource.system(), 100), DecisionListener.NONE);

  @Override
  public AccessStores stores() {
    return stores;
  }

  @Override
  public String application(String appKey, Secret secret) {
    put(appKey, true, List.of(new LiveSecret(secret, null)));
    return "id-of-" + appKey;
  }

  private void put(String appKey, boolean enabled, List<LiveSecret> secrets) {
    Set<String> schemes = Set.of("countersign-1");
    stores.put(
        new Credential(
            "id-of-" + appKey, "account", new AppKey(appKey), enabled, schemes, secrets));
  }

  private Credential found(String appKey) {
    return stores.credentials().find(new AppKey(appKey)).orElseThrow();
  }

  @Override
  public void overlap(String appKey, Secret second, Instant firstEndsAt) {
    Secret first = found(appKey).secrets().get(0).secret();
    put(appKey, true, List.of(new LiveSecret(first, firstEndsAt), new LiveSecret(second, null)));
  }

  @Override
  public void disable(String appKey) {
    put(appKey, false, found(appKey).secrets());
  }

  /** These stores are emptied by making new ones. */
  @Override
  public void delete(String appKey) {
    stores = new MemoryStores(stores.nonces(), DecisionListener.NONE);
  }

  @Override
  public Api api(String group, String method, String template) {
    PathTemplate paths = PathTemplate.parse(template);
    Api api = new Api("api" + apis.size(), "id-of-" + group, group, method, paths);
    apis.add(api);
    stores.define(apis);
    return api;
  }

  @Override
  public void grant(
      String applicationId, String environment, Api api, boolean wholeGroup, Terms terms) {
    String target = wholeGroup ? api.groupId() : api.id();
    targets.add(target);
    Grant grant = new Grant("grant", terms.notBefore(), terms.expiresAt(), Set.of(terms.role()));
    stores.grant(applicationId, environment, target, grant);
  }

  @Override
  public void revokeAll(String applicationId) {
    for (String environment : List.of("release", "prepub", "test")) {
      targets.forEach(target -> stores.revoke(applicationId, environment, target));
    }
  }

  @Override
  public void close() {
    stores.close();
  }
}
