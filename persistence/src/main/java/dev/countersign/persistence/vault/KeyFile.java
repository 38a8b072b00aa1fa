package dev.countersign.persistence.vault;

import dev.countersign.filter.access.SettingsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Keys in a file, one per line. */
final class KeyFile {

  private static final String CREATE = "?create";

  private KeyFile() {}

  static List<MasterKey> read(String source) {
    boolean create = source.endsWith(CREATE);
    String name = create ? source.substring(0, source.length() - CREATE.length()) : source;
    String where = "the file " + name;
    try {
      Path path = Path.of(name);
      if (create && Files.notExists(path)) {
        create(path);
      }
      return KeyLines.ofLines(Files.readString(path, StandardCharsets.UTF_8).lines(), where);
    } catch (IOException | InvalidPathException e) {
      throw new SettingsException("masterKey names " + where + ", which cannot be read or made", e);
    }
  }

  private static void create(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    byte[] key = new byte[MasterKey.BYTES];
    new SecureRandom().nextBytes(key);
    String line = Base64.getEncoder().encodeToString(key) + "\n";
    try (SeekableByteChannel file =
        Files.newByteChannel(
            path,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ownerOnly(path))) {
      file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
    } catch (FileAlreadyExistsException e) {
      // Another process was first, and its key counts.
      return;
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path path) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
