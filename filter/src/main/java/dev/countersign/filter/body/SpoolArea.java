package dev.countersign.filter.body;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Where one instance keeps the bodies of its requests, and what they may take together.
 * Thread-safe.
 */
public final class SpoolArea implements AutoCloseable {

  private final BodyLimits limits;
  private final SpoolDirectory directory;
  private final SpoolBudget budget;
  private final UnverifiedBudget unverified;

  private SpoolArea(BodyLimits limits, SpoolDirectory directory) {
    this.limits = limits;
    this.directory = directory;
    this.budget = new SpoolBudget(limits.spoolBudget());
    this.unverified = new UnverifiedBudget(limits.unverifiedBodyBudget());
  }

  /**
   * Makes a directory for this instance alone, and removes those that dead instances left beside
   * it.
   *
   * @throws IOException if the directory cannot be made or locked
   */
  public static SpoolArea open(BodyLimits limits) throws IOException {
    SpoolDirectory directory = SpoolDirectory.create(limits.spoolDirectory().toAbsolutePath());
    SpoolSweep.beside(directory.path());
    return new SpoolArea(limits, directory);
  }

  /**
   * The body of one request, to be closed when the request is over. Nothing is read here.
   *
   * @param source of the bytes
   * @param declaredLength in bytes, or -1
   * @param clock for the time-out
   */
  public LimitedBody body(InputStreamSupplier source, long declaredLength, InstantSource clock) {
    return new LimitedBody(this, source, declaredLength, clock, limits.streaming());
  }

  /**
   * The same, but read whole and proved before the application runs, whatever the mode is.
   *
   * @param source of the bytes
   * @param declaredLength in bytes, or -1
   * @param clock for the time-out
   */
  public LimitedBody wholeBody(
      InputStreamSupplier source, long declaredLength, InstantSource clock) {
    return new LimitedBody(this, source, declaredLength, clock, false);
  }

  /**
   * Removes the directory. Bodies that are still open stay readable; new ones find no room on disk.
   *
   * @throws IOException if something cannot be removed
   */
  @Override
  public void close() throws IOException {
    directory.close();
  }

  BodyLimits limits() {
    return limits;
  }

  Path path() {
    return directory.path();
  }

  Spool spool(long expected) {
    return new Spool(directory, budget, limits.spoolMemory(), expected);
  }

  UnverifiedBudget unverified() {
    return unverified;
  }

  SpoolBudget budget() {
    return budget;
  }
}
