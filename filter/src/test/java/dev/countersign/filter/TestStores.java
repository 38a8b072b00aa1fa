package dev.countersign.filter;

import dev.countersign.filter.access.AccessStores;
import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.ApiCatalogue;
import dev.countersign.filter.access.CredentialStore;
import dev.countersign.filter.access.Decision;
import dev.countersign.filter.access.DecisionListener;
import dev.countersign.filter.access.Grant;
import dev.countersign.filter.access.GrantStore;
import dev.countersign.filter.access.MemoryNonceStore;
import dev.countersign.filter.access.MemoryStores;
import dev.countersign.filter.access.NonceStore;
import dev.countersign.filter.access.PathTemplate;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stores that hold an orders group, an echo group, and the group of a whole site. {@link
 * TestApp#ALICE} is granted all of echo in release and test, the site and to read orders in release
 * only; nobody is granted to delete orders.
 */
final class TestStores implements AccessStores {

  final List<Decision> decisions = new CopyOnWriteArrayList<>();
  final AtomicInteger closed = new AtomicInteger();
  private final MemoryStores memory =
      new MemoryStores(MemoryNonceStore.create(InstantSource.system(), 1000), decisions::add);

  TestStores() {
    memory.define(
        List.of(
            new Api(
                "api-read", "group-orders", "orders", "GET", PathTemplate.parse("/orders/{id}")),
            new Api(
                "api-delete",
                "group-orders",
                "orders",
                "DELETE",
                PathTemplate.parse("/orders/{id}")),
            new Api(
                "api-echo", "group-echo", "echo", Api.ANY_METHOD, PathTemplate.parse("/echo/**")),
            new Api("api-site", "group-site", "site", Api.ANY_METHOD, PathTemplate.parse("/**"))));
    memory.put(TestApp.ALICE.credential(true));
    memory.put(TestApp.DISABLED.credential(false));
    grant("release", "group-echo", "grant-echo", "teller", "auditor");
    grant("test", "group-echo", "grant-echo-test");
    grant("release", "api-read", "grant-read", "reader");
    grant("release", "group-site", "grant-site");
  }

  void grant(String environment, String target, String id, String... roles) {
    memory.grant(TestApp.ALICE.id(), environment, target, new Grant(id, null, null, Set.of(roles)));
  }

  @Override
  public CredentialStore credentials() {
    return memory.credentials();
  }

  @Override
  public GrantStore grants() {
    return memory.grants();
  }

  @Override
  public ApiCatalogue apis() {
    return memory.apis();
  }

  @Override
  public NonceStore nonces() {
    return memory.nonces();
  }

  @Override
  public DecisionListener decisions() {
    return memory.decisions();
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }
}
