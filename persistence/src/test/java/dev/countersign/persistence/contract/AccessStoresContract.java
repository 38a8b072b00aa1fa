package dev.countersign.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.Credential;
import dev.countersign.filter.access.Grant;
import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of credentials, grants and APIs promises. */
public abstract class AccessStoresContract {

  private static final Secret FIRST = Secret.ofText("first-secret-0123456789");
  private static final Secret SECOND = Secret.ofText("second-secret-0123456789");
  private static final Instant FROM = Instant.parse("2026-11-01T00:00:00.001Z");
  private static final Instant UNTIL = Instant.parse("2126-12-01T00:00:00.999Z");

  private Arrangement arrangement;

  protected abstract Arrangement arrange();

  @BeforeEach
  void open() {
    arrangement = arrange();
  }

  @AfterEach
  void close() {
    arrangement.close();
  }

  private Optional<Credential> find(String appKey) {
    return arrangement.stores().credentials().find(new AppKey(appKey));
  }

  private List<Grant> grants(String applicationId, String environment, Api api) {
    return arrangement.stores().grants().find(applicationId, environment, api);
  }

  @Test
  void knownKey_isFoundWithItsSecret() {
    assertTrue(find("shop-key").isEmpty());
    String id = arrangement.application("shop-key", FIRST);
    for (int warm = 0; warm < 2; warm++) {
      Credential found = find("shop-key").orElseThrow();
      assertEquals(id, found.applicationId());
      assertEquals("shop-key", found.appKey().value());
      assertTrue(found.enabled());
      assertEquals(Set.of("countersign-1"), found.schemes());
      assertEquals(1, found.secrets().size());
      assertArrayEquals(FIRST.reveal(), found.secrets().get(0).secret().reveal());
    }
  }

  @Test
  void keyInOtherLettersOrLonger_isNotFound() {
    arrangement.application("Shop-Key", FIRST);
    assertTrue(find("Shop-Key").isPresent());
    for (String other :
        List.of("shop-key", "SHOP-KEY", "Shop-Ke", "Shop-Key-", "Shop_Key", "Shop-Key_")) {
      assertTrue(find(other).isEmpty(), other);
    }
  }

  @Test
  void overlap_showsBothSecretsAndWhenTheFirstEnds() {
    arrangement.application("shop-key", FIRST);
    arrangement.overlap("shop-key", SECOND, UNTIL);
    Credential found = find("shop-key").orElseThrow();
    assertEquals(2, found.secretsAt(UNTIL.minusMillis(1)).size());
    assertEquals(1, found.secretsAt(UNTIL).size());
    assertArrayEquals(SECOND.reveal(), found.secretsAt(UNTIL).get(0).reveal());
  }

  @Test
  void disabledApplication_isFoundAsDisabledAndADeletedOneNotAtAll() {
    arrangement.application("shop-key", FIRST);
    assertTrue(find("shop-key").orElseThrow().enabled());
    arrangement.disable("shop-key");
    assertFalse(find("shop-key").orElseThrow().enabled());
    arrangement.delete("shop-key");
    assertTrue(find("shop-key").isEmpty());
  }

  @Test
  void grantOnApiAndOnGroup_areBothFoundWithTheirTerms() {
    String id = arrangement.application("shop-key", FIRST);
    Api api = arrangement.api("orders", "GET", "/orders/{id}");
    Arrangement.Terms onApi = new Arrangement.Terms(FROM, UNTIL, "reader");
    Arrangement.Terms onGroup = new Arrangement.Terms(null, null, "writer");
    arrangement.grant(id, "release", api, false, onApi);
    arrangement.grant(id, "release", api, true, onGroup);
    List<Grant> found = grants(id, "release", api);
    assertEquals(2, found.size());
    assertTrue(found.stream().anyMatch(onApi::areThoseOf));
    assertTrue(found.stream().anyMatch(onGroup::areThoseOf));
  }

  @Test
  void grant_holdsForItsTripleOnly() {
    String id = arrangement.application("shop-key", FIRST);
    String other = arrangement.application("other-key", FIRST);
    Api api = arrangement.api("orders", "GET", "/orders/{id}");
    Api sibling = arrangement.api("orders", "POST", "/orders");
    Api stranger = arrangement.api("echo", "*", "/echo/**");
    arrangement.grant(id, "test", api, false, new Arrangement.Terms(null, null, "reader"));
    assertEquals(1, grants(id, "test", api).size());
    assertEquals(List.of(), grants(id, "release", api));
    assertEquals(List.of(), grants(id, "TEST", api));
    assertEquals(List.of(), grants(id, "test", sibling));
    assertEquals(List.of(), grants(id, "test", stranger));
    assertEquals(List.of(), grants(other, "test", api));
    arrangement.grant(id, "test", api, true, new Arrangement.Terms(null, null, "writer"));
    assertEquals(1, grants(id, "test", sibling).size());
    assertEquals(List.of(), grants(id, "test", stranger));
  }

  @Test
  void revokedGrant_isGoneAtTheNextQuestion() {
    String id = arrangement.application("shop-key", FIRST);
    Api api = arrangement.api("orders", "GET", "/orders/{id}");
    arrangement.grant(id, "test", api, true, new Arrangement.Terms(null, null, "reader"));
    assertEquals(1, grants(id, "test", api).size());
    arrangement.revokeAll(id);
    assertEquals(List.of(), grants(id, "test", api));
  }

  @Test
  void catalogue_isTheSameObjectUntilItChanges() {
    assertEquals(List.of(), arrangement.stores().apis().apis());
    Api one = arrangement.api("orders", "GET", "/orders/{id}");
    List<Api> first = arrangement.stores().apis().apis();
    assertEquals(List.of(one), first);
    arrangement.application("shop-key", FIRST);
    assertSame(first, arrangement.stores().apis().apis());
    Api two = arrangement.api("orders", "POST", "/orders/**");
    assertEquals(Set.of(one, two), Set.copyOf(arrangement.stores().apis().apis()));
    assertEquals(one.groupId(), two.groupId());
  }
}
