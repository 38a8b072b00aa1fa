package dev.countersign.filter.body;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.ContentDigest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
        LimitedBody body = area.body(() -> new ByteArrayInputStream(bytes), -1, System::nanoTime)) {
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

  private BodyLimits limits() {
    return Limits.in(directory).memory(1000).build();
  }

  private static List<Path> children(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.toList();
    }
  }
}
