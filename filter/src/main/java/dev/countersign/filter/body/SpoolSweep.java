package dev.countersign.filter.body;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Removes what instances left that died without closing. A directory is touched only if its name is
 * one of ours, it is no link, it belongs to the same user, and nobody holds its lock; within it,
 * only files named as we name them.
 */
final class SpoolSweep {

  private static final Logger LOG = System.getLogger(SpoolSweep.class.getName());
  private static final Pattern OURS =
      Pattern.compile(Pattern.quote(SpoolDirectory.PREFIX) + "[0-9a-f]{32}");
  private static final Pattern FILE =
      Pattern.compile(Pattern.quote(SpoolDirectory.FILE_PREFIX) + "[0-9]+");

  private SpoolSweep() {}

  /**
   * Sweeps the siblings of the directory of a living instance. A failure is logged: it must not
   * stop the instance.
   */
  static void beside(Path own) {
    try {
      UserPrincipal owner = Files.getOwner(own, NOFOLLOW_LINKS);
      for (Path sibling : children(own.resolveSibling(""))) {
        if (!sibling.getFileName().equals(own.getFileName()) && isOurs(sibling, owner)) {
          sweep(sibling);
        }
      }
    } catch (IOException | UnsupportedOperationException e) {
      LOG.log(
          Level.WARNING, "The spool directories of dead instances could not be looked through", e);
    }
  }

  /**
   * Removes a directory with its lock file, which the caller holds, and the bodies in it. Anything
   * else in it, and then itself, stays.
   */
  static void remove(Path directory) throws IOException {
    for (Path child : children(directory)) {
      if (FILE.matcher(String.valueOf(child.getFileName())).matches()) {
        Files.deleteIfExists(child);
      }
    }
    Files.deleteIfExists(directory.resolve(SpoolDirectory.LOCK));
    try {
      Files.deleteIfExists(directory);
    } catch (DirectoryNotEmptyException e) {
      LOG.log(
          Level.WARNING,
          "There are files in {0} that are not of this library; it stays",
          directory);
    }
  }

  private static boolean isOurs(Path sibling, UserPrincipal owner) throws IOException {
    return OURS.matcher(String.valueOf(sibling.getFileName())).matches()
        && Files.isDirectory(sibling, NOFOLLOW_LINKS)
        && Files.getOwner(sibling, NOFOLLOW_LINKS).equals(owner);
  }

  private static void sweep(Path directory) {
    Path lock = directory.resolve(SpoolDirectory.LOCK);
    try {
      if (!Files.exists(lock, NOFOLLOW_LINKS)) {
        // Whoever is only about to lock it finds that it is taken, and goes elsewhere.
        Files.createFile(lock);
      }
      Object found = identity(lock);
      try (FileChannel channel = FileChannel.open(lock, WRITE, NOFOLLOW_LINKS)) {
        sweep(directory, channel, found);
      }
    } catch (OverlappingFileLockException e) {
      LOG.log(Level.DEBUG, "Another instance in this process spools in {0}", directory);
    } catch (NoSuchFileException | FileAlreadyExistsException e) {
      LOG.log(Level.DEBUG, "Another instance is about {0}", directory);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "A spool directory of a dead instance could not be removed", e);
    }
  }

  /**
   * Where the lock in the directory is no longer the one that is held here, somebody else has
   * swept, or lives there by now.
   */
  private static void sweep(Path directory, FileChannel channel, Object opened) throws IOException {
    try (FileLock free = channel.tryLock()) {
      if (free != null && opened.equals(identity(directory.resolve(SpoolDirectory.LOCK)))) {
        remove(directory);
        LOG.log(Level.INFO, "Removed the spool directory of an instance that died");
      }
    }
  }

  /** What tells a file from another one that gets its name; the name itself where nothing does. */
  private static Object identity(Path file) throws IOException {
    Object key = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS).fileKey();
    return key == null ? file : key;
  }

  private static List<Path> children(Path directory) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      entries.forEach(found::add);
    }
    return found;
  }
}
