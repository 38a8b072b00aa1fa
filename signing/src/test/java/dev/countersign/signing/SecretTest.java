package dev.countersign.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SecretTest {

  private static final String TEXT = "correct horse battery staple";
  private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);

  @Test
  void printed_showsNothingOfTheSecret() {
    Secret secret = Secret.ofText(TEXT);

    assertEquals("Secret[redacted]", secret.toString());
    assertEquals("Secret[redacted]", String.format(Locale.ROOT, "%s", secret));
    assertFalse(new Holder(secret).toString().contains("horse"));
  }

  @Test
  void fewerThan16Bytes_isRefusedWithoutRepeatingThem() {
    for (int length = 0; length < Secret.MIN_BYTES; length++) {
      String weak = "w".repeat(length);
      IllegalArgumentException refusal =
          assertThrows(IllegalArgumentException.class, () -> Secret.ofText(weak));
      assertFalse(length > 2 && String.valueOf(refusal.getMessage()).contains(weak));
      byte[] bytes = weak.getBytes(StandardCharsets.UTF_8);
      assertThrows(IllegalArgumentException.class, () -> Secret.ofBytes(bytes));
    }
  }

  @Test
  void sixteenBytes_areEnough() {
    assertEquals(16, Secret.ofText("0123456789abcdef").reveal().length);
    assertEquals(16, Secret.ofText("éééééééé").reveal().length, "bytes count, not characters");
  }

  @Test
  void generated_has256BitsAndNeverComesTwice() {
    SecureRandom random = new SecureRandom();
    String one = Secret.generate(random).revealText();

    assertTrue(one.matches("[A-Za-z0-9_-]{43}"), one.length() + " characters");
    assertNotEquals(one, Secret.generate(random).revealText());
  }

  @Test
  void bytesChangedByTheirOwnerAfterwards_changeNothing() {
    byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
    Secret secret = Secret.ofBytes(bytes);
    Arrays.fill(bytes, (byte) 0);
    Arrays.fill(secret.reveal(), (byte) 0);

    assertArrayEquals(TEXT.getBytes(StandardCharsets.UTF_8), secret.reveal());
    assertEquals(TEXT, secret.revealText());
  }

  @Test
  void equalBytes_areStillNotEqualObjects() {
    assertNotEquals(Secret.ofText(TEXT), Secret.ofText(TEXT));
  }

  @Test
  void serialized_isRefused() throws Exception {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThrows(NotSerializableException.class, () -> out.writeObject(Secret.ofText(TEXT)));
    }
  }

  @Test
  void manyThreadsWithOneSecret_allGetTheSameMac() throws Exception {
    Secret secret = Secret.ofText(TEXT);
    MacTag expected = MacTag.of(Secret.ofText(TEXT).hmac(Hmac.Algorithm.SHA256).compute(MESSAGE));
    int threads = 16;
    CyclicBarrier barrier = new CyclicBarrier(threads);
    Callable<Integer> verifyOften =
        () -> {
          barrier.await();
          int agreed = 0;
          for (int i = 0; i < 2000; i++) {
            byte[] other = ("other " + i).getBytes(StandardCharsets.UTF_8);
            boolean good = secret.hmac(Hmac.Algorithm.SHA256).matches(MESSAGE, expected);
            boolean bad = secret.hmac(Hmac.Algorithm.SHA256).matches(other, expected);
            agreed += good && !bad ? 1 : 0;
          }
          return agreed;
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        results.add(pool.submit(verifyOften));
      }
      for (Future<Integer> result : results) {
        assertEquals(2000, result.get());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private record Holder(Secret secret) {}
}
