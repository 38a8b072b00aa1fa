package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerHabitsTest {

  @Test
  void jetty_isToldToKeepTheSpellingOfHeaders() {
    assertTrue(
        ServerHabits.of("jetty/12.0.32").orElseThrow().text().contains("headerCacheCaseSensitive"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"Apache Tomcat/11.0.25", "Apache Tomcat/10.1.55", "?", ""})
  void otherServer_isToldNothing(@Nullable String serverInfo) {
    assertEquals(Optional.empty(), ServerHabits.of(serverInfo));
  }
}
