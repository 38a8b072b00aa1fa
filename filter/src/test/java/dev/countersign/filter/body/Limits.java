package dev.countersign.filter.body;

import java.nio.file.Path;
import java.time.Duration;

/** Builds limits, small enough to reach. */
public final class Limits {

  private final Path directory;
  private boolean streaming;
  private long bodyLimit = 1 << 20;
  private int spoolMemory = 64 << 10;
  private long spoolBudget = 8 << 20;
  private int unverifiedLimit = 1 << 20;
  private long unverifiedBudget = 4 << 20;
  private int unverifiedBodies = 64;
  private int parameters = 1000;
  private int parts = 100;

  private Limits(Path directory) {
    this.directory = directory;
  }

  /** Spooling below this directory. */
  public static Limits in(Path directory) {
    return new Limits(directory);
  }

  /** Bodies are proved while they are read. */
  public Limits streaming() {
    streaming = true;
    return this;
  }

  /** The largest body. */
  public Limits body(long limit) {
    bodyLimit = limit;
    return this;
  }

  /** The memory of one body. */
  public Limits memory(int bytes) {
    spoolMemory = bytes;
    return this;
  }

  /** What all bodies may take. */
  public Limits budget(long bytes) {
    spoolBudget = bytes;
    return this;
  }

  /** The largest body held before it is proved, and the budget of these. */
  public Limits unverified(int limit, long budget) {
    unverifiedLimit = limit;
    unverifiedBudget = budget;
    return this;
  }

  /** How many bodies are read at the same time before anything about them is proved. */
  public Limits unverifiedAtOnce(int bodies) {
    unverifiedBodies = bodies;
    return this;
  }

  /** How many parameters and parts a request may have. */
  public Limits counts(int mostParameters, int mostParts) {
    parameters = mostParameters;
    parts = mostParts;
    return this;
  }

  /** The limits. */
  public BodyLimits build() {
    return new BodyLimits(
        streaming,
        bodyLimit,
        Duration.ofSeconds(30),
        spoolMemory,
        spoolBudget,
        directory,
        unverifiedLimit,
        unverifiedBudget,
        unverifiedBodies,
        parameters,
        parts);
  }

  /** What all bodies of an area have taken of its budget at this moment. */
  public static long taken(SpoolArea area) {
    return area.budget().taken();
  }
}
