package dev.countersign.filter.body;

import java.nio.file.Path;
import java.time.Duration;

/** Placeholder until the body side is merged. */
public record BodyLimits(
    long bodyLimit,
    Duration bodyTimeout,
    int spoolMemory,
    long spoolBudget,
    Path spoolDirectory,
    int unverifiedBodyLimit,
    long unverifiedBodyBudget,
    int parameterLimit,
    int partLimit) {}
