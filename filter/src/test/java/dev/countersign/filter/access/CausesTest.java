package dev.countersign.filter.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CausesTest {

  @Test
  void causes_areGivenInwards() {
    Exception inner = new IllegalStateException();
    Exception outer = new IllegalArgumentException(inner);
    assertEquals(List.of(outer, inner), Causes.of(outer));
    assertEquals(List.of(), Causes.of(null));
  }

  @Test
  void circle_ends() {
    Exception one = new IllegalStateException();
    Exception other = new IllegalArgumentException(one);
    one.initCause(other);
    List<Throwable> found = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Causes.of(one));
    assertEquals(20, found.size());
  }
}
