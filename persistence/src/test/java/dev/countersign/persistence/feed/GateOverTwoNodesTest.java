package dev.countersign.persistence.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.filter.access.AccessGate;
import dev.countersign.filter.access.AccessPolicy;
import dev.countersign.filter.access.Admitted;
import dev.countersign.filter.access.Arrival;
import dev.countersign.filter.access.CallLimit;
import dev.countersign.filter.access.Verdict;
import dev.countersign.filter.settings.FilterSettings;
import dev.countersign.persistence.PersistentStores;
import dev.countersign.persistence.StoreFixture;
import dev.countersign.persistence.TestDatabases;
import dev.countersign.persistence.management.Actor;
import dev.countersign.persistence.management.ApplicationDetails;
import dev.countersign.persistence.management.ExpectedVersion;
import dev.countersign.persistence.management.GrantDetails;
import dev.countersign.persistence.management.GrantTarget;
import dev.countersign.persistence.management.IssuedApplication;
import dev.countersign.persistence.management.Management;
import dev.countersign.persistence.management.NewApi;
import dev.countersign.persistence.management.NewApiGroup;
import dev.countersign.persistence.management.NewApplication;
import dev.countersign.persistence.management.NewGrant;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Headers;
import dev.countersign.signing.Secret;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.countersign1.RequestSigner;
import dev.countersign.testing.Eventually;
import dev.countersign.testing.Overlapping;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signed calls at the gates of two nodes, while management takes their right away through one. */
class GateOverTwoNodesTest {

  private static final Actor.Operator OPERATOR = new Actor.Operator("test");

  private StoreFixture fixture;
  private PersistentStores there;
  private Management management;
  private AccessGate gateHere;
  private AccessGate gateThere;
  private RequestSigner signer;
  private ApplicationDetails application;
  private GrantDetails grant;

  private void open(TestDatabases.Product product) {
    fixture = StoreFixture.on(product);
    PersistentStores here = fixture.node(TwoNodes.DEFAULT_INTERVAL);
    there = fixture.node(TwoNodes.DEFAULT_INTERVAL);
    management = Management.of(here);
    gateHere = gate(here);
    gateThere = gate(there);
    IssuedApplication issued =
        management
            .applications()
            .create(OPERATOR, NewApplication.of(StoreFixture.DEFAULT_ACCOUNT, "shop"));
    application = issued.application();
    signer =
        RequestSigner.of(
            issued.secret().appKey(),
            Secret.ofText(issued.secret().take()),
            "release",
            InstantSource.system());
    String group =
        management
            .apiGroups()
            .define(OPERATOR, new NewApiGroup(StoreFixture.DEFAULT_ACCOUNT, "orders", ""))
            .id();
    management.apis().define(OPERATOR, NewApi.of(group, "GET", "/orders/{id}"));
    grant =
        management
            .grants()
            .grant(
                OPERATOR,
                NewGrant.of(application.id(), new GrantTarget.WholeGroup(group), "release"));
    fixture.settle(here, there);
    assertEquals("admitted", verdict(gateHere));
    assertEquals("admitted", verdict(gateThere));
  }

  private static AccessGate gate(PersistentStores node) {
    Map<String, String> settings = Map.of("environment", "release", "apis", "orders:/orders");
    AccessPolicy policy = FilterSettings.read(settings, Path.of("target"), Instant.EPOCH).policy();
    return new AccessGate(policy, node, CallLimit.UNLIMITED, InstantSource.system());
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private String verdict(AccessGate gate) {
    Verdict verdict = gate.decide(call(), new NoBody());
    if (verdict instanceof Verdict.Rejected rejected) {
      return rejected.reason().code();
    }
    return verdict instanceof Admitted ? "admitted" : "?";
  }

  private Arrival call() {
    String path = "/orders/17";
    SignableRequest plain =
        new SignableRequest("GET", "api.example", path, "", Headers.builder().build());
    Headers.Builder headers = Headers.builder();
    signer.sign(plain, ContentDigest.OF_NOTHING, List.of()).forEach(headers::add);
    return new Arrival(
        "request-1", new SignableRequest("GET", "api.example", path, "", headers.build()), path);
  }

  private void refusedHereAtOnceAndThereInTime(String code) {
    assertEquals(code, verdict(gateHere));
    Eventually.promised(
        Duration.ofSeconds(2), "the other gate refuses", () -> code.equals(verdict(gateThere)));
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource
  void grantRevoked_isNotGrantedHereAtOnceAndThereWithin2s(TestDatabases.Product product) {
    open(product);
    management.grants().revoke(OPERATOR, grant.id(), ExpectedVersion.ANY);
    refusedHereAtOnceAndThereInTime("not-granted");
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource
  void applicationDisabled_isRefusedHereAtOnceAndThereWithin2s(TestDatabases.Product product) {
    open(product);
    management.applications().disable(OPERATOR, application.id(), ExpectedVersion.ANY);
    refusedHereAtOnceAndThereInTime("application-disabled");
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource
  void grantRevokedWhileAnotherWriterIsAtWork_isNotGrantedThereWithin2s(
      TestDatabases.Product product) throws Exception {
    open(product);
    try (SlowWriter writer = SlowWriter.on(there)) {
      management.grants().revoke(OPERATOR, grant.id(), ExpectedVersion.ANY);
      refusedHereAtOnceAndThereInTime("not-granted");
      writer.commit();
      assertEquals("not-granted", verdict(gateThere));
    }
  }
}
