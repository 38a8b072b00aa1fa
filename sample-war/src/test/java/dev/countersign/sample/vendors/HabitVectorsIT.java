package dev.countersign.sample.vendors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The signers that are written here, because the published ones are no packages, make signatures
 * that somebody else published.
 */
class HabitVectorsIT {

  private static final Path VECTORS = Path.of(System.getProperty("vectors"));

  static List<Habit> habits() {
    return Habit.all();
  }

  @ParameterizedTest
  @MethodSource("habits")
  void publishedCase_hasTheSignatureOfTheHabit(Habit habit) throws Exception {
    ClientEntry entry = entry(habit.client());
    Presence.require(entry, missing -> {});
    try (VendorClient client = VendorClients.start(entry)) {
      for (JsonNode published : habit.cases(VECTORS)) {
        String made = Habit.signature(client.sign(Habit.errand(published)).orElseThrow());
        assertEquals(Habit.signature(published), made, published.path("id").asText());
      }
    }
  }

  /** The other algorithm of a habit reproduces no published case, but shares all of its code. */
  @Test
  void everyHabit_makesAPublishedCase() {
    Set<String> listed =
        ClientEntry.all().stream()
            .map(ClientEntry::id)
            .filter(id -> id.endsWith("-habit") && !id.contains("-sha256-"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> tested =
        habits().stream().map(Habit::client).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(listed, tested);
  }

  private static ClientEntry entry(String id) {
    return ClientEntry.all().stream()
        .filter(entry -> entry.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no client " + id));
  }
}
