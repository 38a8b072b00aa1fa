package dev.countersign.filter.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupBindingsTest {

  private static final GroupBindings TWO =
      new GroupBindings(Map.of("orders", "/orders", "echo", "/echo"));

  @Test
  void apiInsideItsGroupsPrefix_isServed() {
    assertEquals(true, TWO.serve(Gates.api("GET /orders/{id}")));
  }

  @Test
  void templateOutsideItsGroupsPrefix_neverMatches_soNoProviderCatchesAnothersPath() {
    assertEquals(false, TWO.serve(Gates.api("GET /echo/x")));
    assertEquals(false, TWO.serve(Gates.api("* /**")));
    assertEquals(false, TWO.serve(Gates.api("GET /{any}/x")));
  }

  @Test
  void apiOfAnUnboundGroup_isNotServed() {
    assertEquals(
        false, new GroupBindings(Map.of("echo", "/")).serve(Gates.api("GET /orders/{id}")));
  }

  @Test
  void groupAlone_mayServeEverything() {
    assertEquals(true, new GroupBindings(Map.of("orders", "/")).serve(Gates.api("* /**")));
  }

  @Test
  void prefixInsideAnother_isRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new GroupBindings(Map.of("a", "/orders", "b", "/orders/old")));
    assertThrows(
        IllegalArgumentException.class, () -> new GroupBindings(Map.of("a", "/", "b", "/orders")));
    assertThrows(
        IllegalArgumentException.class, () -> new GroupBindings(Map.of("a", "/x", "b", "/x")));
  }

  @Test
  void noBinding_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new GroupBindings(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "/orders/", "/orders/{id}", "/orders/**"})
  void prefixThatIsNoLiteralPath_isRefused(String prefix) {
    assertThrows(IllegalArgumentException.class, () -> new GroupBindings(Map.of("a", prefix)));
  }
}
