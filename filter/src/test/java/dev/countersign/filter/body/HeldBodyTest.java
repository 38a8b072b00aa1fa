package dev.countersign.filter.body;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.ContentDigest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A body that has to be read before its signature can be checked. */
class HeldBodyTest {

  private final TestClock clock = new TestClock();
  private SpoolArea area;

  @BeforeEach
  void open(@TempDir Path directory) throws IOException {
    area = SpoolArea.open(Limits.in(directory).build());
  }

  @AfterEach
  void close() throws IOException {
    area.close();
  }

  @Test
  void heldBody_isReadAgain_andFreesItsBudget() throws Exception {
    for (int length : new int[] {0, 1, 8191, 8192, 8193, 100_000}) {
      byte[] bytes = LimitedBodyTest.random(length);
      try (LimitedBody body = area.body(() -> new ByteArrayInputStream(bytes), -1, clock)) {
        assertArrayEquals(bytes, body.hold("key"));
        assertArrayEquals(bytes, body.open().readAllBytes());
        assertEquals(length, body.length());
        assertEquals(length, area.unverified().taken());
        assertEquals(0, area.budget().taken());
      }
      assertEquals(0, area.unverified().taken());
      assertEquals(0, area.unverified().owners());
    }
  }

  @Test
  void heldBodyThatIsProved_countsAmongAllBodies_andNotAgainstItsOwnersShare() throws Exception {
    byte[] bytes = LimitedBodyTest.random(100_000);
    try (LimitedBody body = area.body(() -> new ByteArrayInputStream(bytes), -1, clock)) {
      body.hold("key");
      body.prove(ContentDigest.ofBody(bytes), failed -> {});
      body.prove(ContentDigest.ofBody(bytes), failed -> {});
      assertEquals(0, area.unverified().taken());
      assertEquals(0, area.unverified().owners());
      assertEquals(bytes.length, area.budget().taken());
      assertArrayEquals(bytes, body.open().readAllBytes());
    }
    assertEquals(0, area.unverified().taken());
    assertEquals(0, area.budget().taken());
  }

  @Test
  void heldBodyThatIsProved_staysWhereItIs_whileOtherBodiesLeaveNoRoom() throws Exception {
    byte[] bytes = LimitedBodyTest.random(1000);
    long room = area.limits().spoolBudget();
    assertTrue(area.budget().take(room));
    try (LimitedBody body = area.body(() -> new ByteArrayInputStream(bytes), -1, clock)) {
      body.hold("key");
      body.prove(ContentDigest.ofBody(bytes), failed -> {});
      assertEquals(1000, area.unverified().taken());
      assertArrayEquals(bytes, body.open().readAllBytes());
    }
    assertEquals(0, area.unverified().taken());
    assertEquals(room, area.budget().taken());
  }
}
