package dev.countersign.benchmarks;

import dev.countersign.filter.access.AccessGate;
import dev.countersign.filter.access.AccessPolicy;
import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.CallLimit;
import dev.countersign.filter.access.Credential;
import dev.countersign.filter.access.DecisionListener;
import dev.countersign.filter.access.EnvironmentChoice;
import dev.countersign.filter.access.Grant;
import dev.countersign.filter.access.GroupBindings;
import dev.countersign.filter.access.MemoryStores;
import dev.countersign.filter.access.NonceStore;
import dev.countersign.filter.access.PathTemplate;
import dev.countersign.filter.access.ReplayRule;
import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.SignatureScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A gate of one scheme, with one application that is granted one API, at one fixed instant. */
final class Gates {

  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T19:44:12Z"));
  static final AppKey KEY = new AppKey("app-one");
  static final Secret SECRET = Secret.ofText("the secret of application one");

  private Gates() {}

  static SignatureScheme scheme(String id) {
    return Schemes.byId(id).orElseThrow();
  }

  static AccessGate gate(String scheme, NonceStore nonces, DecisionListener listener) {
    MemoryStores stores = new MemoryStores(nonces, listener);
    Credential.LiveSecret live = new Credential.LiveSecret(SECRET, null, 1);
    stores.put(
        new Credential("application-1", "account-1", KEY, true, Set.of(scheme), List.of(live)));
    PathTemplate template = PathTemplate.parse("/orders/{id}");
    stores.define(List.of(new Api("api-1", "group-1", "orders", "GET", template)));
    Grant grant = new Grant("grant-1", null, null, Set.of("reader"));
    stores.grant("application-1", "release", "api-1", grant);
    return new AccessGate(policy(scheme), stores, CallLimit.UNLIMITED, CLOCK);
  }

  private static AccessPolicy policy(String scheme) {
    return new AccessPolicy(
        List.of(scheme(scheme)),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        ReplayRule.SIGNATURE,
        Set.of(),
        new EnvironmentChoice.Fixed("release"),
        new GroupBindings(Map.of("orders", "/orders")),
        1024);
  }
}
