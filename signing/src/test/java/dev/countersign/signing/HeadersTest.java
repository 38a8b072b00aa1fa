package dev.countersign.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeadersTest {

  @Test
  void anyCase_findsTheHeader() {
    Headers headers = Headers.builder().add("X-App-Key", "a").build();

    assertEquals(List.of("a"), headers.values("x-app-key"));
    assertEquals(List.of("a"), headers.values("X-APP-KEY"));
    assertTrue(headers.contains("X-aPP-kEY"));
    assertEquals(Set.of("x-app-key"), headers.names());
  }

  @Test
  void turkishLocale_findsTheHeaderToo() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      Headers headers = Headers.builder().add("X-APP-SIGNATURE", "a").build();
      assertTrue(headers.contains("x-app-signature"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void everyValue_isKeptInItsOrder() {
    Headers headers =
        Headers.builder()
            .add("Accept", "b")
            .add("ACCEPT", "a")
            .addAll("accept", List.of("b"))
            .build();

    assertEquals(List.of("b", "a", "b"), headers.values("Accept"));
  }

  @Test
  void absentHeader_hasNoValues() {
    Headers headers = Headers.builder().build();

    assertEquals(List.of(), headers.values("Accept"));
    assertFalse(headers.contains("Accept"));
  }

  @Test
  void emptyValue_isAValue() {
    assertTrue(Headers.builder().add("Accept", "").build().contains("accept"));
  }

  @Test
  void builderUsedAfterwards_changesNothing() {
    Headers.Builder builder = Headers.builder().add("Accept", "a");
    Headers headers = builder.build();
    builder.add("Accept", "b").add("Other", "c");

    assertEquals(List.of("a"), headers.values("Accept"));
    assertEquals(Set.of("accept"), headers.names());
  }

  @Test
  void views_cannotBeChanged() {
    Headers headers = Headers.builder().add("Accept", "a").build();

    assertThrows(UnsupportedOperationException.class, () -> headers.values("Accept").add("b"));
    assertThrows(UnsupportedOperationException.class, () -> headers.names().remove("accept"));
  }

  @Test
  void printed_showsNamesAndCountsOnly() {
    Headers headers = Headers.builder().add("Authorization", "Bearer token").build();

    assertEquals("Headers{authorization=1}", headers.toString());
  }
}
