package dev.countersign.filter.access;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Headers;
import dev.countersign.signing.Secret;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.countersign1.RequestSigner;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.SignatureScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the tests of the gate start from: one application with one grant, at one fixed instant. */
final class Gates {

  static final Instant NOW = Instant.parse("2026-11-21T19:44:12Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOW);
  static final AppKey KEY = new AppKey("app-one");
  static final Secret SECRET = Secret.ofText("the secret of application one");
  static final Duration WINDOW = Duration.ofMinutes(5);
  static final Duration FOREIGN_WINDOW = Duration.ofMinutes(15);

  private Gates() {}

  /** An API of the group {@code orders}, from text such as {@code GET /orders/{id}}. */
  static Api api(String operation) {
    String[] parts = operation.split(" ", 2);
    return new Api(operation, "group-1", "orders", parts[0], PathTemplate.parse(parts[1]));
  }

  static Credential credential(boolean enabled, Credential.LiveSecret... secrets) {
    return new Credential(
        "application-1", "account-1", KEY, enabled, Set.of("countersign-1"), List.of(secrets));
  }

  /** The enabled application that may sign with these schemes. */
  static Credential listing(Set<String> schemes, Secret secret) {
    return new Credential("application-1", "account-1", KEY, true, schemes, List.of(live(secret)));
  }

  static Credential.LiveSecret live(Secret secret) {
    return new Credential.LiveSecret(secret, null);
  }

  static Grant grant() {
    return new Grant("grant-1", null, null, Set.of("reader"));
  }

  /** Stores with the application, {@code GET /orders/{id}} and a grant on it in release. */
  static MemoryStores stores(List<Decision> heard) {
    MemoryStores stores = new MemoryStores(MemoryNonceStore.create(CLOCK, 1000), heard::add);
    stores.put(credential(true, live(SECRET)));
    stores.define(List.of(api("GET /orders/{id}"), api("POST /orders")));
    stores.grant("application-1", "release", "GET /orders/{id}", grant());
    stores.grant("application-1", "release", "POST /orders", grant());
    return stores;
  }

  static MemoryStores stores() {
    return stores(new ArrayList<>());
  }

  static AccessPolicy policy(EnvironmentChoice choice) {
    return policy(List.of(Schemes.countersign1()), ReplayRule.SIGNATURE, choice, "/orders");
  }

  static AccessPolicy policy(
      List<SignatureScheme> schemes, ReplayRule rule, EnvironmentChoice choice, String prefix) {
    return new AccessPolicy(
        schemes,
        WINDOW,
        FOREIGN_WINDOW,
        rule,
        Set.of(),
        choice,
        new GroupBindings(Map.of("orders", prefix)),
        1000);
  }

  static AccessGate gate(AccessStores stores) {
    return new AccessGate(
        policy(new EnvironmentChoice.Fixed("release")), stores, CallLimit.UNLIMITED, CLOCK);
  }

  static RequestSigner signer(String environment, Instant at) {
    return RequestSigner.of(KEY, SECRET, environment, InstantSource.fixed(at));
  }

  static Arrival arrival(RequestSigner signer, String method, String path, byte[] body) {
    SignableRequest plain =
        new SignableRequest(method, "api.example", path, "", Headers.builder().build());
    Headers.Builder headers = Headers.builder();
    signer.sign(plain, ContentDigest.ofBody(body), List.of()).forEach(headers::add);
    return arrival(new SignableRequest(method, "api.example", path, "", headers.build()), path);
  }

  static Arrival arrival(SignableRequest signable, String dispatchPath) {
    return new Arrival("request-1", signable, dispatchPath);
  }

  /** A good call: {@code GET /orders/17} in release, signed now. */
  static Arrival goodCall() {
    return arrival(signer("release", NOW), "GET", "/orders/17", new byte[0]);
  }

  /** The same request with one header set to another value, or added. */
  static Arrival with(Arrival arrival, String name, String... values) {
    SignableRequest request = arrival.signable();
    Headers.Builder headers = Headers.builder();
    request.headers().names().stream()
        .filter(other -> !other.equalsIgnoreCase(name))
        .forEach(other -> headers.addAll(other, request.headers().values(other)));
    headers.addAll(name, List.of(values));
    return arrival(
        new SignableRequest(
            request.method(),
            request.authority(),
            request.path(),
            request.query(),
            headers.build()),
        arrival.dispatchPath());
  }
}
