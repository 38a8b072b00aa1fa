package dev.countersign.filter.body;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The directory of one instance, readable by nobody else, with a lock file that is locked as long
 * as the instance lives. Thread-safe.
 */
final class SpoolDirectory implements AutoCloseable {

  static final String PREFIX = "countersign-spool-";
  static final String LOCK = "lock";
  static final String FILE_PREFIX = "body-";

  private static final int ATTEMPTS = 8;
  private static final int NAME_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final AtomicLong files = new AtomicLong();
  private volatile Locked locked;
  private boolean closed;

  /** A directory, and the channel that holds its lock. */
  private record Locked(Path path, FileChannel lock) {}

  private SpoolDirectory(Locked locked) {
    this.locked = locked;
  }

  /** Makes and locks a new directory below the parent, which is made where it is missing. */
  static SpoolDirectory create(Path parent) throws IOException {
    return new SpoolDirectory(make(parent));
  }

  private static Locked make(Path parent) throws IOException {
    Files.createDirectories(parent);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Locked> made = tryCreate(parent);
      if (made.isPresent()) {
        return made.get();
      }
    }
    throw new IOException("no spool directory of this instance's own could be made");
  }

  /**
   * Empty when a sweeping instance saw the directory between its making and its locking, and took
   * it for a dead one's.
   */
  private static Optional<Locked> tryCreate(Path parent) throws IOException {
    byte[] name = new byte[NAME_BYTES];
    RANDOM.nextBytes(name);
    Path path = parent.resolve(PREFIX + HexFormat.of().formatHex(name));
    Files.createDirectory(path, onlyOwner(parent, "rwx------"));
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              path.resolve(LOCK), Set.of(CREATE_NEW, WRITE), onlyOwner(parent, "rw-------"));
    } catch (NoSuchFileException | FileAlreadyExistsException swept) {
      return Optional.empty();
    }
    if (isLocked(channel) && Files.exists(path.resolve(LOCK))) {
      return Optional.of(new Locked(path, channel));
    }
    channel.close();
    return Optional.empty();
  }

  /** Another filter of this JVM may be sweeping, and hold the lock for a moment. */
  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException sweeping) {
      return false;
    }
  }

  Path path() {
    return locked.path();
  }

  /**
   * A new file. On POSIX systems its name is gone when this returns, so nothing has to remove it
   * later.
   */
  FileChannel newFile() throws IOException {
    Path here = path();
    try {
      return openNext(here);
    } catch (NoSuchFileException e) {
      return openNext(elsewhere(here, e));
    }
  }

  /**
   * An empty directory that looks unused for days is what cleaners of temporary directories remove.
   * Another one is made, with a name and a lock of its own: a lock that lies in no directory keeps
   * nobody from sweeping.
   */
  private synchronized Path elsewhere(Path lost, NoSuchFileException missing) throws IOException {
    if (closed) {
      throw missing;
    }
    if (path().equals(lost)) {
      Locked before = locked;
      locked = make(lost.resolveSibling(""));
      before.lock().close();
    }
    return path();
  }

  private FileChannel openNext(Path directory) throws IOException {
    Path file = directory.resolve(FILE_PREFIX + files.incrementAndGet());
    return FileChannel.open(
        file, Set.of(CREATE_NEW, READ, WRITE, DELETE_ON_CLOSE), onlyOwner(directory, "rw-------"));
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (Files.isDirectory(path(), LinkOption.NOFOLLOW_LINKS)) {
        SpoolSweep.remove(path());
      }
    } finally {
      locked.lock().close();
    }
  }

  private static FileAttribute<?>[] onlyOwner(Path near, String permissions) {
    boolean posix = near.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
