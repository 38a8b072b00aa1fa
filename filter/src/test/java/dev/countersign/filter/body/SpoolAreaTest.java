package dev.countersign.filter.body;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.Reason;
import dev.countersign.signing.ContentDigest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SpoolAreaTest {

  @TempDir private Path directory;

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void ownDirectory_isReadableByNobodyElse() throws IOException {
    try (SpoolArea area = SpoolArea.open(limits())) {
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(area.path())));
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void bodyOnDisk_hasNoNameWhileItIsRead() throws Exception {
    byte[] bytes = new byte[10_000];
    try (SpoolArea area = SpoolArea.open(limits());
        LimitedBody body =
            area.body(() -> new ByteArrayInputStream(bytes), -1, InstantSource.system())) {
      body.prove(ContentDigest.ofBody(bytes));
      assertEquals(List.of(area.path().resolve("lock")), children(area.path()));
      assertArrayEquals(bytes, body.open().readAllBytes());
    }
    assertEquals(List.of(), children(directory));
  }

  @Test
  void missingParent_isMade() throws IOException {
    Path deep = directory.resolve("a/b");
    SpoolArea.open(Limits.in(deep).build()).close();
    assertTrue(Files.isDirectory(deep));
  }

  @Test
  void closedTwice_isClosed() throws IOException {
    SpoolArea area = SpoolArea.open(limits());
    area.close();
    area.close();
    assertEquals(List.of(), children(directory));
  }

  @Test
  void manyBodiesAtOnce_neverTakeMoreThanTheBudget_andGiveAllBack() throws Exception {
    int threads = 8;
    int bodies = 200;
    byte[] bytes = new byte[3000];
    ContentDigest signed = ContentDigest.ofBody(bytes);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (SpoolArea area =
        SpoolArea.open(Limits.in(directory).memory(1000).budget(10_000).build())) {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Future<Integer>> refused = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        refused.add(
            pool.submit(
                () -> {
                  start.await();
                  int unavailable = 0;
                  for (int n = 0; n < bodies; n++) {
                    unavailable += proveOne(area, bytes, signed);
                  }
                  return unavailable;
                }));
      }
      int all = 0;
      for (Future<Integer> each : refused) {
        all += each.get();
      }
      assertTrue(all < threads * bodies, "some were served");
      assertEquals(0, area.budget().taken());
    } finally {
      pool.shutdownNow();
    }
  }

  private static int proveOne(SpoolArea area, byte[] bytes, ContentDigest signed) {
    try (LimitedBody body =
        area.body(() -> new ByteArrayInputStream(bytes), -1, InstantSource.system())) {
      body.prove(signed);
      assertTrue(area.budget().taken() <= 10_000);
      return 0;
    } catch (BodyException e) {
      assertEquals(Reason.UNAVAILABLE, e.reason());
      return 1;
    }
  }

  private BodyLimits limits() {
    return Limits.in(directory).memory(1000).build();
  }

  private static List<Path> children(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.toList();
    }
  }
}
