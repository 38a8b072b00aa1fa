package dev.countersign.sample.vendors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The clients that vendors publish, unchanged, against the running sample: what they sign is
 * admitted, what was changed on the way is not, and the same change signed by them is.
 */
@ExtendWith(Sites.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VendorClientsIT {

  private final Sites sites;
  private final Map<SiteKind, Application> applications = new EnumMap<>(SiteKind.class);
  private final List<RequestCase> cases = RequestCase.all();
  private final Summary summary = new Summary();
  private Recorder recorder;

  VendorClientsIT(Sites sites) {
    this.sites = sites;
  }

  static List<ClientEntry> clients() {
    return ClientEntry.all();
  }

  @BeforeAll
  void open() throws IOException {
    Files.deleteIfExists(VendorClients.SUMMARY);
    recorder = new Recorder();
  }

  @AfterAll
  void close() throws IOException {
    summary.write(VendorClients.SUMMARY, clients());
    recorder.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("clients")
  void publishedClient_isAdmittedAndOnlyWhatItSigned(ClientEntry entry) throws Exception {
    Presence.require(entry, missing -> summary.add(entry.id(), "MISSING, " + missing));
    Application application =
        applications.computeIfAbsent(
            entry.site(), kind -> VendorApplication.create(sites.home(kind)));
    Site site = sites.of(entry.site());
    try (VendorClient client = VendorClients.start(entry)) {
      VendorRun run = new VendorRun(new Courier(entry, client, recorder, site, application));
      cases.forEach(run::perform);
      summary.add(entry.id(), run.tally());
      assertEquals("", String.join("\n\n", run.failures()));
      assertTrue(run.tally().isComplete(), () -> entry + ": " + run.tally());
    }
  }

  @Test
  void exceptionsOfClients_nameWhatThereIs() {
    Set<String> known = new HashSet<>();
    Stream.of(Tamper.values()).forEach(tamper -> known.add("tamper:" + tamper));
    Stream.of(Tamper.values()).forEach(tamper -> known.add("again:" + tamper));
    Stream.of(Asked.values()).forEach(part -> known.add("asked:" + part));
    for (String what : List.copyOf(known)) {
      cases.forEach(one -> known.add(one.id() + " " + what));
    }
    cases.forEach(one -> known.add(one.id()));
    for (ClientEntry entry : clients()) {
      List<String> named = new ArrayList<>(entry.cannot().keySet());
      named.addAll(entry.refused().keySet());
      named.removeAll(known);
      assertEquals(List.of(), named, entry.id());
    }
  }
}
