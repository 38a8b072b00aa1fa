package dev.countersign.filter.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.ContentDigest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken for dead, and what is left alone. */
class SpoolSweepTest {

  private static final String DEAD = "countersign-spool-00112233445566778899aabbccddeeff";

  @TempDir private Path directory;

  @Test
  void directoryOfADeadInstance_isSweptWithItsFiles() throws IOException {
    dead("lock", "body-1", "body-27");
    try (SpoolArea area = SpoolArea.open(limits())) {
      assertEquals(List.of(area.path()), children(directory));
    }
  }

  @Test
  void directoryThatDiedBeforeItsLock_isSwept() throws IOException {
    Files.createDirectory(directory.resolve(DEAD));
    try (SpoolArea area = SpoolArea.open(limits())) {
      assertEquals(List.of(area.path()), children(directory));
    }
  }

  @Test
  void directoryOfALiveInstance_inThisProcess_stays() throws Exception {
    byte[] bytes = new byte[10_000];
    try (SpoolArea live = SpoolArea.open(limits());
        SpoolArea second = SpoolArea.open(limits());
        LimitedBody body = live.body(() -> new ByteArrayInputStream(bytes), -1, System::nanoTime)) {
      assertTrue(Files.isRegularFile(live.path().resolve("lock")));
      body.prove(ContentDigest.ofBody(bytes));
      assertFalse(live.path().equals(second.path()));
    }
  }

  @Test
  void whatIsNotOurs_isNeverTouched() throws IOException {
    Path other = Files.createDirectory(directory.resolve("countersign-spool-notes"));
    Files.writeString(other.resolve("body-1"), "precious");
    Path file =
        Files.writeString(directory.resolve(DEAD.replace('0', '1')), "a file, no directory");
    Path target = Files.createDirectory(directory.resolve("elsewhere"));
    Files.writeString(target.resolve("body-1"), "precious");
    Files.writeString(target.resolve("lock"), "");
    Path link = Files.createSymbolicLink(directory.resolve(DEAD.replace('0', '2')), target);
    dead("lock", "body-1", "diary.txt");
    try (SpoolArea area = SpoolArea.open(limits())) {
      assertTrue(Files.exists(area.path()));
    }
    assertTrue(Files.exists(other.resolve("body-1")));
    assertTrue(Files.exists(file));
    assertTrue(Files.exists(link));
    assertTrue(Files.exists(target.resolve("body-1")));
    assertEquals(
        List.of(directory.resolve(DEAD).resolve("diary.txt")), children(directory.resolve(DEAD)));
  }

  @Test
  void directoryThatACleanerRemoved_isMadeAgain_andNotTakenForADeadOne() throws Exception {
    try (SpoolArea area = SpoolArea.open(limits())) {
      Files.delete(area.path().resolve("lock"));
      Files.delete(area.path());
      spoolOne(area);
      assertTrue(Files.isRegularFile(area.path().resolve("lock")));
      try (SpoolArea next = SpoolArea.open(limits())) {
        assertEquals(Set.of(area.path(), next.path()), Set.copyOf(children(directory)));
        assertTrue(Files.isRegularFile(area.path().resolve("lock")), "swept although it lives");
      }
    }
    assertEquals(List.of(), children(directory));
  }

  /**
   * Each sweeps what it takes for dead while the others are between their directory and its lock.
   */
  @Test
  void instancesThatStartAtOnce_leaveEachOthersLocks() throws Exception {
    int instances = 4;
    ExecutorService pool = Executors.newFixedThreadPool(instances);
    try {
      for (int round = 0; round < 50; round++) {
        CyclicBarrier start = new CyclicBarrier(instances);
        List<Future<SpoolArea>> opened = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
          opened.add(
              pool.submit(
                  () -> {
                    start.await(20, TimeUnit.SECONDS);
                    return SpoolArea.open(limits());
                  }));
        }
        List<SpoolArea> areas = new ArrayList<>();
        for (Future<SpoolArea> each : opened) {
          areas.add(each.get(20, TimeUnit.SECONDS));
        }
        for (SpoolArea each : areas) {
          assertTrue(Files.isRegularFile(each.path().resolve("lock")), "swept although it lives");
        }
        for (SpoolArea each : areas) {
          each.close();
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void spoolOne(SpoolArea area) throws Exception {
    byte[] bytes = new byte[3000];
    try (LimitedBody body =
        area.body(() -> new ByteArrayInputStream(bytes), -1, System::nanoTime)) {
      body.prove(ContentDigest.ofBody(bytes));
    }
  }

  private BodyLimits limits() {
    return Limits.in(directory).memory(1000).build();
  }

  private void dead(String... files) throws IOException {
    Path dead = Files.createDirectory(directory.resolve(DEAD));
    for (String file : files) {
      Files.writeString(dead.resolve(file), "");
    }
  }

  private static List<Path> children(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.toList();
    }
  }
}
