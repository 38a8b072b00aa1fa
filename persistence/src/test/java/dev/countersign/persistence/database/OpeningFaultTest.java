package dev.countersign.persistence.database;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.access.StoreUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases in files that are not there, or not free. */
class OpeningFaultTest {

  private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(20));

  @TempDir private Path folder;

  private String url(String name) {
    return "jdbc:h2:file:" + folder.resolve(name) + ";PASSWORD=hush";
  }

  private static DatabaseAddress.Jdbc address(String url, boolean creating) {
    return new DatabaseAddress.Jdbc(url, null, null, creating);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";IFEXISTS=TRUE", ";ifexists=true"})
  void slipInTheUrl_isRefusedAndMakesNothing(String option) throws IOException {
    DatabaseAddress.Jdbc slip = address(url("slip") + option, false);
    SettingsException refused =
        assertThrows(SettingsException.class, () -> Database.open(slip, TIMEOUTS));
    assertTrue(refused.getMessage().contains(folder.resolve("slip") + ": correct jdbcUrl"));
    assertTrue(refused.getMessage().contains("schema=migrate"), refused.getMessage());
    assertFalse(refused.getMessage().contains("hush"), refused.getMessage());
    assertEquals(List.of(), files());
  }

  @Test
  void databaseInMemoryThatNobodyMade_isRefused() {
    DatabaseAddress.Jdbc none = address("jdbc:h2:mem:nobody-made-it", false);
    assertThrows(SettingsException.class, () -> Database.open(none, TIMEOUTS));
  }

  @Test
  void databaseThatWasMade_isOpened() throws IOException {
    Database.open(address(url("there"), true), TIMEOUTS).close();
    assertEquals(List.of("there.mv.db"), files());
    assertDoesNotThrow(() -> Database.open(address(url("there"), false), TIMEOUTS).close());
  }

  @Test
  void urlThatAsksForIt_makesTheDatabase() throws IOException {
    Database.open(address(url("asked") + ";IFEXISTS=FALSE", false), TIMEOUTS).close();
    assertEquals(List.of("asked.mv.db"), files());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:no-place;PASSWORD=hush",
        "jdbc:h2:no-place;IFEXISTS=FALSE;PASSWORD=hush",
        "jdbc:postgresql://x:hush@[/y?password=hush"
      })
  void urlThatItsDriverDoesNotTake_isRefusedWithoutRepeatingWhatIsSetInIt(String url) {
    SettingsException refused =
        assertThrows(
            SettingsException.class, () -> Database.open(address(url, false), TIMEOUTS).close());
    for (Throwable told = refused; told != null; told = told.getCause()) {
      assertFalse(String.valueOf(told.getMessage()).contains("hush"), told.getMessage());
    }
  }

  /** The lock is taken as another process would: the database cannot tell whose it is. */
  @Test
  void fileThatIsHeld_isUnavailableAndNamed() throws IOException {
    Database.open(address(url("held"), true), TIMEOUTS).close();
    Path file = folder.resolve("held.mv.db");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertTrue(lock.isValid());
      StoreUnavailableException held =
          assertThrows(
              StoreUnavailableException.class,
              () -> Database.open(address(url("held"), false), TIMEOUTS));
      assertTrue(held.getMessage().startsWith("another process has jdbc:h2:file:"));
      assertTrue(held.getMessage().contains("--server"), held.getMessage());
      assertFalse(held.getMessage().contains("hush"), held.getMessage());
    }
  }
}
