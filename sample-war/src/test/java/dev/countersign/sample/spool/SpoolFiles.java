package dev.countersign.sample.spool;

import dev.countersign.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a spool directory holds: names on the disk, and, where the system shows open files, those
 * that have lost their name already but still take room.
 */
public record SpoolFiles(Path directory, Path openFiles) {

  private static final Path OPEN_FILES = Path.of("/proc/self/fd");
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int MOST_LOOKS = 1000;

  /** Of a server in this process. */
  public SpoolFiles(Path directory) {
    this(directory, OPEN_FILES);
  }

  /** Of a server in another process. */
  public static SpoolFiles of(Path directory, Process process) {
    return new SpoolFiles(directory, Path.of("/proc", Long.toString(process.pid()), "fd"));
  }

  public static boolean openFilesAreShown() {
    return Files.isDirectory(OPEN_FILES);
  }

  public void awaitSome() {
    Eventually.within(PATIENCE, "a body is spooled", () -> !bodies().isEmpty());
  }

  /** Until there is none; a body that comes in just behind that is no body left behind. */
  public void awaitNone() {
    Eventually.equal(PATIENCE, "bodies spooled", List.of(), this::bodies);
  }

  /** Until so much of bodies has arrived. */
  public void awaitBytes(long wanted) {
    Eventually.equal(PATIENCE, "bytes spooled", wanted, this::bytes);
  }

  private List<String> bodies() {
    List<String> found = new ArrayList<>(named());
    open().forEach(descriptor -> found.add(targetOf(descriptor)));
    return found;
  }

  private long bytes() {
    return Stream.concat(named().stream().map(Path::of), open().stream())
        .mapToLong(SpoolFiles::sizeOf)
        .sum();
  }

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException closedMeanwhile) {
      return 0;
    }
  }

  /** All files of bodies; the lock that marks the directory as in use is none. */
  private List<String> named() {
    for (int look = 1; ; look++) {
      try (Stream<Path> paths = Files.walk(directory)) {
        return paths
            .filter(Files::isRegularFile)
            .filter(file -> !file.getFileName().toString().equals("lock"))
            .map(Path::toString)
            .toList();
      } catch (IOException e) {
        throw new AssertionError(e);
      } catch (UncheckedIOException e) {
        // A file that was deleted between its listing and the look at it.
        if (!(e.getCause() instanceof NoSuchFileException) || look == MOST_LOOKS) {
          throw e;
        }
      }
    }
  }

  /** Descriptors of files that have no name any more. */
  private List<Path> open() {
    if (!openFilesAreShown()) {
      return List.of();
    }
    try (Stream<Path> descriptors = Files.list(openFiles)) {
      return descriptors.filter(this::isDeletedBody).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private boolean isDeletedBody(Path descriptor) {
    String target = targetOf(descriptor);
    return target.startsWith(directory.toString()) && target.endsWith("(deleted)");
  }

  private static String targetOf(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
