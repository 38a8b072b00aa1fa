package dev.countersign.filter.body;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that are read before their signature is proved have limits and a budget of their own. */
class HeldBodyRefusalTest {

  private final TestClock clock = new TestClock();
  private SpoolArea area;

  @BeforeEach
  void open(@TempDir Path directory) throws IOException {
    area = SpoolArea.open(Limits.in(directory).unverified(20_000, 100_000).build());
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    assertEquals(0, area.unverified().taken());
    assertEquals(0, area.unverified().owners());
    area.close();
  }

  @Test
  void heldBodyOverItsOwnLimit_isTooLarge() {
    assertEquals(Reason.TOO_LARGE, hold(stream(new byte[20_001]), -1, "key"));
    assertEquals(Reason.TOO_LARGE, hold(stream(new byte[20_001]), 20_001, "key"));
  }

  @Test
  void declaredLengthOverTheLimit_isTooLarge_beforeAnybodyReads() {
    InputStreamSupplier unread =
        () -> {
          throw new AssertionError("read");
        };
    LimitedBody large = area.body(unread, 20_001, clock);
    assertEquals(
        Reason.TOO_LARGE, assertThrows(BodyException.class, large::checkHoldable).reason());
    assertDoesNotThrow(area.body(unread, 20_000, clock)::checkHoldable);
    assertDoesNotThrow(area.body(unread, -1, clock)::checkHoldable);
  }

  @Test
  void ownerOverAQuarterOfTheBudget_isUnavailable_whileAnotherIsServed() throws Exception {
    try (LimitedBody first = area.body(stream(new byte[15_000]), -1, clock);
        LimitedBody other = area.body(stream(new byte[15_000]), -1, clock)) {
      first.hold("greedy");
      assertEquals(Reason.UNAVAILABLE, hold(stream(new byte[15_000]), -1, "greedy"));
      assertEquals(15_000, other.hold("modest").length);
    }
  }

  @Test
  void unverifiedBudgetFull_isUnavailable_forAnybody() throws Exception {
    List<LimitedBody> others = new ArrayList<>();
    for (String owner : List.of("a", "b", "c", "d", "e", "f")) {
      LimitedBody body = area.body(stream(new byte[16_000]), -1, clock);
      others.add(body);
      body.hold(owner);
    }
    assertEquals(96_000, area.unverified().taken());
    assertEquals(
        Reason.UNAVAILABLE,
        hold(stream(new byte[16_000]), -1, "g"),
        "it would need 16,384 while it reads");
    others.forEach(LimitedBody::close);
    assertEquals(0, area.unverified().owners());
  }

  /** Fields behind a body that the server has put among the headers. */
  @Test
  void headThatIsAnotherAtTheEndOfTheBody_isMalformed() {
    InputStreamSupplier changing =
        new InputStreamSupplier() {
          @Override
          public InputStream open() {
            return new ByteArrayInputStream(new byte[100]);
          }

          @Override
          public boolean isHeadUnchanged() {
            return false;
          }
        };
    assertEquals(Reason.MALFORMED, hold(changing, -1, "key"));
    assertEquals(Reason.MALFORMED, hold(changing, 100, "key"));
  }

  private Reason hold(InputStreamSupplier source, long declared, String owner) {
    LimitedBody body = area.body(source, declared, clock);
    Reason reason = assertThrows(BodyException.class, () -> body.hold(owner)).reason();
    assertThrows(IllegalStateException.class, body::open);
    return reason;
  }

  private static InputStreamSupplier stream(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }
}
