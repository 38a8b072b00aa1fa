package dev.countersign.filter.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/orders", "/orders/", "/orders/{id}", "/a/{b}/c/**", "/**", "/{x}/**"})
  void template_printsAsItWasWritten(String text) {
    assertEquals(text, PathTemplate.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "orders",
        "/a//b",
        "//",
        "/a/*",
        "/*.do",
        "/a/**/b",
        "/a/{}/b",
        "/a/x{id}",
        "/a/{id}x",
        "/a/{i}{d}",
        "/a/{{id}}",
        "/a/../b",
        "/a/./b",
        "/a;b",
        "/**/"
      })
  void illFormedTemplate_isRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> PathTemplate.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "/orders/{id}, /orders, true",
    "/orders, /orders, true",
    "/orders/**, /orders, true",
    "/ordersx, /orders, false",
    "/{x}/a, /orders, false",
    "/**, /orders, false",
    "/orders, /orders/old, false",
    "/anything, /, true"
  })
  void template_liesWithinAPrefix_onlySegmentBySegment(String text, String prefix, boolean lies) {
    assertEquals(lies, PathTemplate.parse(text).liesWithin(prefix));
  }

  @Test
  void templatesThatDifferInVariableNamesOnly_haveOneShape() {
    assertEquals(
        PathTemplate.parse("/a/{x}/**").shape(), PathTemplate.parse("/a/{other}/**").shape());
  }
}
