package dev.countersign.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.ContentDigest;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wrapper adds, and what it refuses. */
class AuthenticatedRequestTest {

  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String MULTIPART = "Content-Type: multipart/form-data; boundary=B";

  @TempDir private static Path directory;

  private static TwinServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new TwinServer(directory);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    server.awaitNothingIsLeft();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "caller",
        "forward=/echo/y caller",
        "dispatch=/echo/y caller",
        "include=/echo/y caller"
      })
  void caller_isVisible_inEveryDispatch(String steps) throws Exception {
    String expected =
        """
        == caller
        app-1 app-1 Countersign
        reader true
        writer false
        * false
        ** true
         false
        null false
        true
        true
        """;
    String answer = send(RawCall.post("/echo/x", steps));
    assertTrue(answer.contains(expected), answer);
  }

  @Test
  void identity_cannotBeReplaced_andAuthenticateFindsItEstablished() throws Exception {
    String answer = send(RawCall.post("/echo/x", "login logout upgrade authenticate"));
    String refused =
        "== login\nServletException\n== logout\nServletException\n== upgrade\nServletException\n";
    assertTrue(answer.endsWith(refused + "== authenticate\ntrue\n"), answer);
  }

  @Test
  void trailers_areNotPassedOn() throws Exception {
    String request =
        "POST /wrapped/echo/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Do: stream trailers\r\n"
            + "Transfer-Encoding: chunked\r\nX-Digest: "
            + ContentDigest.ofBody(new byte[] {'x'}).headerValue()
            + "\r\n\r\n1\r\nx\r\n0\r\nX-Late: 1\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      assertTrue(answer.endsWith("== trailers\ntrue {}\n"), answer);
    }
  }

  @Test
  void otherBody_isRefused_andTheServletDoesNotRun() throws Exception {
    RawCall call = RawCall.post("/echo/x", "head").body(new byte[100]);
    String digest = ContentDigest.ofBody(call.bytes()).headerValue();
    String other = ContentDigest.ofBody(new byte[99]).headerValue();
    String answer = call.sendReplacing(digest, other, server.port(), "wrapped");
    assertTrue(answer.startsWith("HTTP/1.1 401 "), answer);
    assertFalse(answer.contains("=="), answer);
  }

  @Test
  void asManyParametersAsAllowed_areRead_andOneMoreIsRefused() throws Exception {
    RawCall call = RawCall.post("/echo/x?q1&q2", "names").header(FORM);
    assertTrue(send(call.text(fields(198))).endsWith("== names\n200\n"));
    assertTrue(send(call.text(fields(199))).endsWith("== names\nIllegalStateException\n"));
  }

  @Test
  void asManyPartsAsAllowed_areRead_andOneMoreIsRefused() throws Exception {
    RawCall call = RawCall.post("/annotated/x", "count").header(MULTIPART);
    assertTrue(send(call.text(parts(20, ""))).endsWith("== count\n20\n"));
    assertTrue(send(call.text(parts(21, ""))).endsWith("== count\nIllegalStateException\n"));
  }

  @Test
  void partWithLargeHeaders_isRefused() throws Exception {
    RawCall call = RawCall.post("/annotated/x", "count").header(MULTIPART);
    assertTrue(
        send(call.text(parts(1, "X: " + "x".repeat(3000) + "\r\n"))).endsWith("== count\n1\n"));
    String answer = send(call.text(parts(1, "X: " + "x".repeat(5000) + "\r\n")));
    assertTrue(answer.endsWith("== count\nIllegalStateException\n"), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"listenLater", "dispatch=/echo/y listen=100"})
  void listenerThatComesLate_withoutBody_isTold(String steps) throws Exception {
    String answer = send(RawCall.post("/echo/x", steps).method("GET"));
    assertTrue(answer.contains("all read true 0 bytes"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"fail", "stream fail", "timeout=100", "stream timeout=100", "worker fail"})
  void requestThatFails_leavesNothing(String steps) throws Exception {
    RawCall.post("/echo/x", steps).body(new byte[200_000]).send(server.port(), "wrapped");
  }

  @Test
  void clientThatGoesAway_leavesNothing() throws Exception {
    for (int i = 0; i < 20; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        String head =
            "POST /wrapped/echo/x HTTP/1.1\r\nHost: localhost\r\nX-Do: stream\r\nX-Digest: ";
        OutputStream out = socket.getOutputStream();
        out.write(
            (head + ContentDigest.OF_NOTHING + "\r\nContent-Length: 300000\r\n\r\n")
                .getBytes(ISO_8859_1));
        out.write(new byte[100_000 + i]);
        out.flush();
        socket.setSoLinger(true, 0);
      }
    }
  }

  private static String send(RawCall call) throws Exception {
    String answer = call.send(server.port(), "wrapped");
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    return answer;
  }

  private static String fields(int count) {
    return IntStream.range(0, count).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
  }

  private static String parts(int count, String headers) {
    String part = "--B\r\nContent-Disposition: form-data; name=\"n\"\r\n" + headers + "\r\nv\r\n";
    return part.repeat(count) + "--B--\r\n";
  }
}
