package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A caller who lets his body trickle is answered, and does not keep the connection. */
class SlowBodyTest {

  private static final int LENGTH = 100_000;

  /** Without the cut, a server would go on reading for as long as the caller sends. */
  @ParameterizedTest
  @CsvSource({
    "spool, read, 408",
    "spool, unread, 408",
    "stream, read, 408",
    "stream, unread, 200",
    "stream, catch, 200"
  })
  void tricklingCaller_isAnsweredAndCutOff(String mode, String way, int status) throws Exception {
    StreamedReads servlet = new StreamedReads();
    try (TestWar war =
            TestWar.war()
                .setting("bodyMode", mode)
                .setting("bodyTimeout", "1s")
                .stores(new TestStores())
                .servlet("/echo/*", new Recorder(servlet::run))
                .start();
        Connection connection = new Connection(war.port())) {
      AtomicBoolean over = new AtomicBoolean();
      Call call = Call.of("POST", "/shop/echo/" + way).body("x".repeat(LENGTH));
      connection.out().write(call.signedBy(TestApp.ALICE).head());
      CompletableFuture<Integer> sent =
          CompletableFuture.supplyAsync(() -> trickle(connection, over));
      Answer answer = connection.answer(false);
      assertEquals(status, answer.status(), answer::text);
      assertEquals(status == 408, answer.code().equals("body-timeout"));
      assertTrue(isCutOff(connection), "the server waits for the rest");
      over.set(true);
      assertTrue(sent.get(10, TimeUnit.SECONDS) < LENGTH);
      assertEquals(List.of(), war.spooled());
    }
  }

  private static boolean isCutOff(Connection connection) throws IOException {
    try {
      return connection.isClosedByServer();
    } catch (java.net.SocketTimeoutException stillOpen) {
      return false;
    } catch (java.net.SocketException reset) {
      return true;
    }
  }

  /**
   * One byte ten times a second, which no time-out of the server's own minds: the pause is what the
   * caller does, and nothing is waited for.
   */
  private static int trickle(Connection connection, AtomicBoolean over) {
    int sent = 0;
    try {
      while (!over.get()) {
        connection.out().write("x".getBytes(StandardCharsets.US_ASCII));
        sent++;
        TimeUnit.MILLISECONDS.sleep(100);
      }
    } catch (IOException | InterruptedException cutOff) {
      return sent;
    }
    return sent;
  }
}
