package dev.countersign.filter.body;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Where one instance keeps the bodies of its requests, and what they may take together.
 * Thread-safe.
 */
public final class SpoolArea implements AutoCloseable {

  private static final int SHARES_OF_MEMORY = 4;

  /**
   * One app key gets half: a small body that comes with its head is read at once, but all of one
   * partner's uploads over bad lines come under one key.
   */
  private static final int SHARES_OF_READINGS = 2;

  private final BodyLimits limits;
  private final SpoolDirectory directory;
  private final SpoolBudget budget;
  private final UnverifiedBudget unverified;
  private final UnverifiedBudget readings;

  private SpoolArea(BodyLimits limits, SpoolDirectory directory) {
    this.limits = limits;
    this.directory = directory;
    this.budget = new SpoolBudget(limits.spoolBudget());
    this.unverified = new UnverifiedBudget(limits.unverifiedBodyBudget(), SHARES_OF_MEMORY);
    this.readings = new UnverifiedBudget(limits.unverifiedBodies(), SHARES_OF_READINGS);
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
   * @param nanoTime for the time-out, as {@link System#nanoTime()} tells it
   */
  public LimitedBody body(InputStreamSupplier source, long declaredLength, LongSupplier nanoTime) {
    return new LimitedBody(this, source, declaredLength, nanoTime, limits.streaming());
  }

  /**
   * The same, but read whole and proved before the application runs, whatever the mode is.
   *
   * @param source of the bytes
   * @param declaredLength in bytes, or -1
   * @param nanoTime for the time-out, as {@link System#nanoTime()} tells it
   */
  public LimitedBody wholeBody(
      InputStreamSupplier source, long declaredLength, LongSupplier nanoTime) {
    return new LimitedBody(this, source, declaredLength, nanoTime, false);
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

  /** How many bodies are being read of which nothing is proved. */
  UnverifiedBudget readings() {
    return readings;
  }

  SpoolBudget budget() {
    return budget;
  }
}
