package dev.countersign.sample.load;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Reports, and does not judge, whether time tells which app keys exist: calls of strangers in
 * random order, one after the other over one connection.
 */
@ExtendWith(Sites.Extension.class)
class TimingReportIT {

  private static final int CALLS = Integer.getInteger("timing.calls", 3000);
  private static final int WARM_UP = 1000;
  private static final Duration MOST = Duration.ofSeconds(15);
  private static final long SEED = 20261122;
  private static final Path REPORT = Path.of(System.getProperty("timing.report"));
  private static final String WRONG_SECRET = "not-the-secret-of-anybody";
  private static final String UNKNOWN = "unknown key";
  private static final String KNOWN = "known key, wrong secret";

  private final Site site;
  private final Application nobody;
  private final Random random = new Random(SEED);

  TimingReportIT(Sites sites) {
    site = sites.of(SiteKind.EVERY_FORM);
    nobody = site.application("every-scheme").withSecret(WRONG_SECRET);
  }

  @Test
  void timesOfRefusals_areReported() throws IOException {
    StringBuilder report = new StringBuilder("From the first byte sent to the last received\n");
    for (String scheme : List.of("countersign-1", "aws4")) {
      report.append('\n').append(scheme).append('\n');
      Map<String, Timings> kept = measured(scheme, keptKinds(), CALLS);
      append(report, kept, kept.get(UNKNOWN));
      report.append("unknown keys, each asked for the first time\n");
      append(report, measured(scheme, Map.of("first", this::freshKey), 500), kept.get(KNOWN));
    }
    Files.writeString(REPORT, report);
    System.out.print(report);
  }

  private static void append(StringBuilder report, Map<String, Timings> some, Timings against) {
    some.forEach(
        (kind, timings) ->
            report.append(
                String.format(
                    "  %-26s %s   against %s%n",
                    kind, timings.summary(), timings.comparedWith(against))));
  }

  private Map<String, Supplier<Application>> keptKinds() {
    Application unknown = nobody.withAppKey("ak-that-nobody-was-given");
    Application disabled = site.application("disabled").withSecret(WRONG_SECRET);
    Map<String, Supplier<Application>> kinds = new LinkedHashMap<>();
    kinds.put(UNKNOWN, () -> unknown);
    kinds.put(KNOWN, () -> nobody);
    kinds.put("disabled application", () -> disabled);
    return kinds;
  }

  private Application freshKey() {
    return nobody.withAppKey("ak-fresh-" + Long.toString(random.nextLong() >>> 1, 36));
  }

  /** As many of each as wanted, or as there is time for. */
  private Map<String, Timings> measured(
      String scheme, Map<String, Supplier<Application>> kinds, int calls) throws IOException {
    Map<String, Timings> measured = new LinkedHashMap<>();
    kinds.keySet().forEach(kind -> measured.put(kind, new Timings(calls)));
    List<String> open = new ArrayList<>(kinds.keySet());
    long end = System.nanoTime() + MOST.toNanos();
    try (KeptConnection connection =
        new KeptConnection(site.client(), call(scheme, kinds.values().iterator().next()))) {
      for (int i = 0; i < WARM_UP && System.nanoTime() < end; i++) {
        connection.nanosOf(call(scheme, kinds.get(open.get(random.nextInt(open.size())))));
      }
      while (!open.isEmpty() && System.nanoTime() < end) {
        String kind = open.get(random.nextInt(open.size()));
        measured.get(kind).add(connection.nanosOf(call(scheme, kinds.get(kind))));
        if (measured.get(kind).isFull()) {
          open.remove(kind);
        }
      }
    }
    measured.forEach((kind, timings) -> assertTrue(timings.count() > 0, kind));
    return measured;
  }

  private byte[] call(String scheme, Supplier<Application> caller) {
    RawRequest request = site.get("/echo/a");
    return Signer.USUAL.get(scheme).sign(request, caller.get()).bytes();
  }
}
