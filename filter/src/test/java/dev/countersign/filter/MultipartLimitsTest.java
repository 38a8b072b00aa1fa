package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.testing.HeardLog;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of a servlet's multipart configuration hold behind the wrapper as before it. */
class MultipartLimitsTest {

  private static final String REFUSED = "IllegalStateException";

  @TempDir private static Path directory;

  private static TwinServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TwinServer.withFragment(directory);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static RawCall file(String servlet, int size) {
    return MultipartText.of(RawCall.post("/" + servlet + "/x", "parts"), MultipartText.file(size));
  }

  /** Whether the servlet without the filter gets the parts; those with it get the same. */
  private static boolean isTaken(RawCall call) throws Exception {
    String bare = call.send(server.port(), "bare");
    assertTrue(bare.startsWith("HTTP/1.1 200 "), bare);
    assertEquals(bare, call.send(server.port(), "wrapped"));
    assertEquals(bare, call.send(server.port(), "streaming"));
    return !bare.contains(REFUSED);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "written,   900,  1001",
    "fragment,  900,  1001",
    "annotated, 49999, 50001",
    "repeated,  900,  1001"
  })
  void fileLargerThanTheServletAllows_isRefusedAsByTheContainer(
      String servlet, int allowed, int tooLarge) throws Exception {
    assertTrue(isTaken(file(servlet, allowed)));
    assertFalse(isTaken(file(servlet, tooLarge)));
    assertFalse(isTaken(file(servlet, tooLarge).chunked(500)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"written", "fragment", "annotated", "repeated", "limited"})
  void bodyLargerThanTheServletAllows_isRefusedAsByTheContainer(String servlet) throws Exception {
    assertFalse(isTaken(file(servlet, 200_001)));
  }

  /** No part of the servlet API tells them, and Tomcat has no way of its own. */
  @Test
  void fileLimitThatOnlyCodeSets_isNotKnown_andTheLogSaysWhatToWrite() throws Exception {
    RawCall call = file("limited", 2000);
    assertTrue(call.send(server.port(), "bare").contains(REFUSED));
    try (HeardLog log = HeardLog.ofLibrary();
        TwinServer fresh = TwinServer.withFragment(directory.resolve("fresh"))) {
      for (int i = 0; i < 2; i++) {
        String wrapped = call.send(fresh.port(), "wrapped");
        assertFalse(wrapped.contains(REFUSED), wrapped);
      }
      assertEquals(1, log.warnings().size(), log.text());
      String warning = log.warnings().get(0);
      assertTrue(warning.contains("The servlet limited takes multipart bodies by code"), warning);
      assertTrue(warning.contains("Repeat its <multipart-config> in web.xml"), warning);
    }
  }
}
