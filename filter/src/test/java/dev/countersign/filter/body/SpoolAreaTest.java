package dev.countersign.filter.body;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

  private static final String DEAD = "countersign-spool-00112233445566778899aabbccddeeff";

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
  void directoryThatACleanerRemoved_isMadeAgain() throws Exception {
    byte[] bytes = new byte[10_000];
    try (SpoolArea area = SpoolArea.open(limits())) {
      Files.delete(area.path().resolve("lock"));
      Files.delete(area.path());
      try (LimitedBody body =
          area.body(() -> new ByteArrayInputStream(bytes), -1, System::nanoTime)) {
        body.prove(ContentDigest.ofBody(bytes));
      }
    }
    assertEquals(List.of(), children(directory));
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
