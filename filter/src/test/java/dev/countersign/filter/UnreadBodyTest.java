package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refused body is not read, and what that means for the connection. */
class UnreadBodyTest {

  private static final long TWO_GIB = 2L << 30;
  private static final long MOST = 8L << 20;

  private static final Recorder servlet = Recorder.greeting();
  private static TestWar war;

  @BeforeAll
  static void start() {
    war =
        TestWar.war()
            .setting("bodyTimeout", "1s")
            .stores(new TestStores())
            .servlet("/*", servlet)
            .start();
  }

  @AfterAll
  static void stop() {
    war.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void twoGibWithBadSignature_areAnsweredAfterAFewMib(boolean chunked) throws Exception {
    Call call =
        Call.of("POST", "/shop/echo/a")
            .body("what was signed")
            .signedBy(TestApp.ALICE.withWrongSecret());
    call = chunked ? call.chunked() : call.header("Content-Length", Long.toString(TWO_GIB));
    int before = servlet.invocations();
    try (Connection connection = new Connection(war.port())) {
      connection.out().write(call.head());
      AtomicLong left = new AtomicLong();
      CompletableFuture<Void> sending =
          CompletableFuture.runAsync(() -> stream(connection, chunked, left));
      Answer answer = connection.answer(false);
      assertEquals("signature-invalid", answer.code());
      assertEquals("close", answer.header("connection"));
      sending.get(30, TimeUnit.SECONDS);

      assertTrue(left.get() <= MOST, "bytes that left the client: " + left);
    }
    assertEquals(before, servlet.invocations());
    assertEquals(java.util.List.of(), war.spooled());
  }

  /** Sends until the server stops it, as a client does that reads the answer only afterwards. */
  private static void stream(Connection connection, boolean chunked, AtomicLong left) {
    byte[] data = new byte[16384];
    byte[] size = (Integer.toHexString(data.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    try {
      OutputStream out = connection.out();
      while (left.get() < TWO_GIB) {
        if (chunked) {
          out.write(size);
        }
        out.write(data);
        if (chunked) {
          out.write('\r');
          out.write('\n');
        }
        left.addAndGet(data.length);
      }
    } catch (IOException stopped) {
      assertFalse(left.get() == 0);
    }
  }

  @Test
  void refusedWithoutBody_keepsTheConnection() throws Exception {
    try (Connection connection = new Connection(war.port())) {
      Answer refused = Call.get("/shop/echo/a").send(connection);
      assertEquals("credentials-missing", refused.code());
      assertEquals("", refused.header("connection"));
      Answer admitted = Call.get("/shop/echo/a").signedBy(TestApp.ALICE).send(connection);
      assertEquals(200, admitted.status());
    }
  }

  @Test
  void refusedWithBody_closesTheConnection() throws Exception {
    try (Connection connection = new Connection(war.port())) {
      Answer refused = Call.of("POST", "/shop/echo/a").body("unread").send(connection);
      assertEquals("credentials-missing", refused.code());
      assertEquals("close", refused.header("connection"));
      assertTrue(connection.isClosedByServer());
    }
  }

  @Test
  void slowBody_isBodyTimeout() throws Exception {
    Call call = Call.of("POST", "/shop/echo/a").body("slow body!").signedBy(TestApp.ALICE);
    int before = servlet.invocations();
    try (Connection connection = new Connection(war.port())) {
      connection.out().write(call.head());
      connection.out().write('s');
      // Longer than the bodyTimeout of this WAR: the pause is what the caller does.
      TimeUnit.MILLISECONDS.sleep(1500);
      connection.out().write('l');
      Answer answer = connection.answer(false);
      assertEquals(408, answer.status());
      assertEquals("body-timeout", answer.code());
    }
    assertEquals(before, servlet.invocations());
    assertEquals(java.util.List.of(), war.spooled());
  }

  /** Tomcat answers a request whose body broke off itself, with a page of its own. */
  @Test
  void brokenBody_isRefused() throws Exception {
    Call call = Call.of("POST", "/shop/echo/a").body("ten bytes!").signedBy(TestApp.ALICE);
    int before = servlet.invocations();
    try (Connection connection = new Connection(war.port())) {
      connection.out().write(call.head());
      connection.out().write('t');
      connection.endOutput();
      assertEquals(400, connection.answer(false).status());
    }
    assertEquals(before, servlet.invocations());
    assertEquals(java.util.List.of(), war.spooled());
  }
}
