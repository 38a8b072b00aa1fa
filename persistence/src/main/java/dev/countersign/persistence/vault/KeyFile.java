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
import java.util.UUID;

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
      if (Files.notExists(path)) {
        if (!create) {
          throw missing(where);
        }
        create(path);
      }
      return KeyLines.ofLines(Files.readString(path, StandardCharsets.UTF_8).lines(), where);
    } catch (IOException | InvalidPathException e) {
      String what = create ? "read or made" : "read";
      throw new SettingsException("masterKey names " + where + ", which cannot be " + what, e);
    }
  }

  private static SettingsException missing(String where) {
    return new SettingsException(
        "masterKey names "
            + where
            + ", which is not there: correct the path, or make it once, such as by openssl rand"
            + " -base64 32; with "
            + CREATE
            + " behind the path it is made, for trials only");
  }

  private static void create(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    byte[] key = new byte[MasterKey.BYTES];
    new SecureRandom().nextBytes(key);
    String line = Base64.getEncoder().encodeToString(key) + "\n";
    Path draft = path.resolveSibling(path.getFileName() + "." + UUID.randomUUID() + ".draft");
    try {
      write(draft, line);
      publish(draft, path);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void write(Path draft, String line) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    try (SeekableByteChannel file = Files.newByteChannel(draft, options, ownerOnly(draft))) {
      file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
    }
  }

  /**
   * Under its name the file is complete from the first moment, so that another process that starts
   * now never reads half a key; and it never replaces one that is there, with which secrets may
   * have been sealed already.
   */
  private static void publish(Path draft, Path path) throws IOException {
    try {
      Files.createLink(path, draft);
    } catch (FileAlreadyExistsException e) {
      // Another process was first, and its key counts.
      return;
    } catch (UnsupportedOperationException noLinks) {
      // On such a file system a move does not replace what is there either.
      Files.move(draft, path);
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
