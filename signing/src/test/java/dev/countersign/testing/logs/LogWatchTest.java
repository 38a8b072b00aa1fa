package dev.countersign.testing.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogWatchTest {

  private static final String SECRET = "a/secret+of-somebody_with-all/signs";
  private static final byte[] MAC = HexFormat.of().parseHex("fb".repeat(16) + "3e".repeat(16));

  private final Needles sensitive = new Needles();
  private final LogWatch watch = new LogWatch(sensitive);

  LogWatchTest() {
    sensitive.secret(SECRET);
    sensitive.bytes(MAC);
  }

  private List<String> findingsOf(LogRecord record) {
    record.setLoggerName("dev.countersign.filter.Planted");
    watch.see(record);
    return watch.findings();
  }

  private static LogRecord line(String message) {
    return new LogRecord(Level.FINEST, message);
  }

  @Test
  void secretAnywhereInAMessage_isFound() {
    assertEquals(1, findingsOf(line("the key (" + SECRET + ") was tried")).size());
  }

  @Test
  void partOfASecret_isFound() {
    assertEquals(1, findingsOf(line("x" + SECRET.substring(5, 25) + "...")).size());
  }

  @Test
  void secretInOtherSpellings_isFound() {
    byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
    findingsOf(line(HexFormat.of().withUpperCase().formatHex(bytes)));
    findingsOf(line(Base64.getUrlEncoder().encodeToString(bytes)));
    assertEquals(2, watch.findings().size());
  }

  @Test
  void macInAnySpelling_isFound() {
    findingsOf(line("v1=" + Base64.getEncoder().encodeToString(MAC)));
    findingsOf(line("signature=\"" + Base64.getUrlEncoder().encodeToString(MAC) + "\""));
    findingsOf(line(HexFormat.of().formatHex(MAC)));
    assertEquals(3, watch.findings().size());
  }

  @Test
  void parametersAndCauses_areLookedAt() {
    LogRecord parameters = line("{0} {1}");
    parameters.setParameters(new Object[] {new String[] {"a", SECRET}, null});
    findingsOf(parameters);
    LogRecord thrown = line("failed");
    Exception suppressed = new IllegalStateException("with " + SECRET);
    thrown.setThrown(new IllegalStateException("outer", new IllegalStateException("inner")));
    thrown.getThrown().getCause().addSuppressed(suppressed);
    findingsOf(thrown);
    assertEquals(2, watch.findings().size());
  }

  @ParameterizedTest
  @CsvSource({"a/secret+of", "nothing of the kind is in this line", "a /secret+of -somebody _with"})
  void otherText_isNotFound(String text) {
    assertEquals(List.of(), findingsOf(line(text)));
  }

  @Test
  void whatACallerPutIntoATarget_isFoundInOurLogsButNotInTheServers() {
    String target = "/a?signature=" + HexFormat.of().formatHex(MAC);
    sensitive.place(target);
    watch.see("org.apache.catalina.connector.Planted", target);
    assertEquals(List.of(), watch.findings());
    watch.see("org.apache.catalina.connector.Planted", SECRET);
    assertEquals(1, watch.findings().size());
    assertEquals(2, findingsOf(line(target)).size());
  }

  @Test
  void secretLearnedLater_isFoundInWhatWasSaidLately() {
    assertEquals(List.of(), findingsOf(line("issued quite-unlike-0123456789")));
    sensitive.secret("quite-unlike-0123456789");
    watch.lookBack();
    assertEquals(1, watch.findings().size());
  }

  @Test
  void marker_isCreditedToWhoLoggedIt() {
    watch.marker("marker-0123456789");
    findingsOf(line("path /marker-0123456789"));
    assertEquals(Set.of(Source.COUNTERSIGN), watch.marked());
  }

  @Test
  void manyMacsLater_anEarlierOneIsStillKnown() {
    for (int i = 0; i < 150_000; i++) {
      sensitive.bytes(Integer.toString(i).repeat(10).getBytes(StandardCharsets.US_ASCII));
    }
    assertEquals(1, findingsOf(line(SECRET)).size());
    sensitive.bytes(MAC);
    findingsOf(line(HexFormat.of().formatHex(MAC)));
    assertEquals(2, watch.findings().size());
  }
}
