package dev.countersign.sample.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Server;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Good requests of every scheme with one thing changed, thousands of them. {@code -Dmutation.count}
 * and {@code -Dmutation.seed} choose how many and which.
 */
@ExtendWith(Sites.Extension.class)
class MutationCampaignIT {

  private static final int COUNT = Integer.getInteger("mutation.count");
  private static final long SEED = Long.getLong("mutation.seed");
  private static final int FAULTS_SHOWN = 20;
  private static final int MOST_EQUIVALENCES = 12;

  private final Server server;
  private final Site site;
  private final Site plain;

  MutationCampaignIT(Sites sites) {
    server = sites.server();
    site = sites.of(SiteKind.CAMPAIGN);
    plain = sites.of(SiteKind.PLAIN);
  }

  /** As docs/deployment.md advises: else Jetty undoes changes of letters before any filter. */
  @BeforeEach
  void spellingIsKept() {
    server.keepSpelling(true);
  }

  @AfterEach
  void asTheServerIsByItself() {
    server.keepSpelling(false);
  }

  @Test
  void oneThingChanged_isRefusedUnlessTheDocumentsCallItTheSame() throws Exception {
    try (Campaign campaign = new Campaign(site, plain, SEED)) {
      campaign.run(COUNT);
      report(campaign);
      Files.write(report("mutation-faults.txt"), campaign.faults);
      List<String> faults = campaign.faults.stream().limit(FAULTS_SHOWN).toList();
      assertEquals(List.of(), faults, () -> campaign.faults.size() + " faults, seed " + SEED);
      for (MutationClass kind : MutationClass.values()) {
        assertTrue(campaign.byClass.of(kind) * 50 >= COUNT, () -> kind + " is under 2 %");
      }
    }
  }

  @Test
  void everyEquivalence_standsInTheDocuments() throws Exception {
    List<Equivalences.Row> rows = Equivalences.read().rows();
    assertTrue(rows.size() <= MOST_EQUIVALENCES, () -> rows.size() + " rows");
    for (Equivalences.Row row : rows) {
      String page = Files.readString(Path.of(System.getProperty("docs"), row.page()));
      assertTrue(page.contains(row.sentence()), row::sentence);
    }
  }

  private static void report(Campaign campaign) throws Exception {
    String report =
        String.join(
            "\n",
            COUNT + " mutations, -Dmutation.seed=" + SEED,
            campaign.byClass.toString(),
            campaign.byScheme.toString(),
            campaign.bySteps.toString(),
            campaign.accepted.toString(),
            campaign.again.toString());
    System.out.println(report);
    Files.writeString(report("mutations.txt"), report);
  }

  private static Path report(String file) {
    return Path.of(System.getProperty("it.directory"), file);
  }
}
