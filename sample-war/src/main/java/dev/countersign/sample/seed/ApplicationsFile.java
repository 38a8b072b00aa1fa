package dev.countersign.sample.seed;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.sample.answer.JsonAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * {@code applications.json}: the seeded applications with their secrets, for scripts that try the
 * sample.
 */
record ApplicationsFile(Path path) {

  List<SeededApplication> read() throws IOException {
    if (Files.notExists(path)) {
      return List.of();
    }
    return List.of(new ObjectMapper().readValue(path.toFile(), SeededApplication[].class));
  }

  /** Whole or not at all, and readable by its owner only where the file system knows owners. */
  void write(List<SeededApplication> applications) throws IOException {
    Path folder = Files.createDirectories(path.toAbsolutePath().getParent());
    Path draft = Files.createTempFile(folder, "applications", ".tmp", ownerOnly(folder));
    Files.write(draft, JsonAnswer.bytes(applications));
    Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] ownerOnly(Path near) {
    boolean posix = near.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
