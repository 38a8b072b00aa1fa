package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a servlet does with its request, it sees the same with the wrapper as without. */
class TransparencyTest {

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

  static Stream<RawCall> calls() {
    return Stream.of(
            TransparencyCalls.bodies(),
            TransparencyCalls.forms(),
            TransparencyCalls.order(),
            TransparencyUses.multipart(),
            TransparencyUses.dispatches())
        .flatMap(calls -> calls);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void servletSees_theSameWithAndWithoutTheWrapper(RawCall call) throws Exception {
    String bare = call.send(server.port(), "bare");
    assertTrue(bare.startsWith("HTTP/1.1 200 "), bare);
    assertEquals(bare, call.send(server.port(), "wrapped"));
    assertEquals(bare, call.send(server.port(), "streaming"));
    server.awaitNothingIsLeft();
  }
}
