package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No credential is logged at any level, whatever becomes of the request. */
@ExtendWith(Sites.Extension.class)
class LogSecrecyIT {
  /** Held here, because the logging framework forgets loggers that nobody holds. */
  private static final Logger OURS = Logger.getLogger("dev.countersign");

  private final Site site;
  private final Level before = OURS.getLevel();
  private final Capture capture = new Capture();

  LogSecrecyIT(Sites sites) {
    site = sites.of(SiteKind.SAMPLE);
  }

  private static final class Capture extends Handler {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void publish(LogRecord entry) {
      lines.add(entry.getMessage() + " " + List.of(String.valueOf(entry.getThrown())));
      if (entry.getParameters() != null) {
        lines.add(List.of(entry.getParameters()).toString());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void listen() {
    capture.setLevel(Level.ALL);
    OURS.addHandler(capture);
    OURS.setLevel(Level.ALL);
  }

  @AfterEach
  void leave() {
    OURS.removeHandler(capture);
    OURS.setLevel(before);
  }

  @Test
  void credentialsOfAdmittedAndRefusedCalls_areNotLogged() {
    Application echo = site.application("echo");
    RawRequest good = site.signed(site.get("/echo/a?token=planted-in-the-query"));
    RawRequest forged = good.target(good.target() + "1");
    List<RawRequest> calls =
        List.of(
            good,
            forged,
            WireSigner.sign(site.get("/echo/a"), echo.withSecret("wrong-secret-of-somebody")),
            site.get("/echo/a").add("Authorization", "Bearer planted-bearer-token"),
            site.signed(site.get("/echo/a").add("Authorization", "Basic planted-basic")));
    List<String> ids = new ArrayList<>();
    for (RawRequest call : calls) {
      RawResponse answer = site.send(call);
      if (answer.status() != 200) {
        ids.add(answer.json().path("requestId").asText());
      }
    }
    String log = String.join("\n", capture.lines);
    assertEquals(3, ids.size());
    ids.forEach(id -> assertTrue(log.contains(id), "the log is captured"));
    List<String> never = new ArrayList<>(List.of(echo.secret(), "wrong-secret", "planted-"));
    calls.forEach(call -> call.header("X-App-Signature").ifPresent(never::add));
    // The signature that the forged call should have had.
    never.add(WireSigner.sign(forged, echo).header("X-App-Signature").orElseThrow().substring(3));
    never.forEach(
        text -> assertTrue(!log.contains(text.replaceFirst("^v1=", "")), "a credential is logged"));
  }
}
