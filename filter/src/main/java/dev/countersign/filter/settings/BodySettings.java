package dev.countersign.filter.settings;

import dev.countersign.filter.body.BodyLimits;
import java.nio.file.Path;
import java.time.Duration;

/** The limits of bodies out of their settings. */
final class BodySettings {

  static final Setting<String> BODY_MODE =
      Setting.of(
          "bodyMode",
          "spool",
          ValueForm.oneOf("spool", "stream"),
          "How bodies are proved: `spool` reads a body whole, in memory and then in a temporary file, before the servlet runs; `stream` lets the servlet read it as it arrives and withholds its end until the digest has matched, see [bodies](bodies.md).");

  static final Setting<Long> BODY_LIMIT =
      Setting.of(
          "bodyLimit",
          "64MiB",
          Quantity.size("0", "1024GiB"),
          "The largest body; a larger one is 413.");

  static final Setting<Duration> BODY_TIMEOUT =
      Setting.of(
          "bodyTimeout",
          "60s",
          Quantity.duration("1s", "24h"),
          "The longest time that is spent waiting for the bytes of one body; then 408.");

  static final Setting<Integer> SPOOL_MEMORY =
      Setting.of(
          "spoolMemory",
          "64KiB",
          Quantity.smallSize("0", "1GiB"),
          "How much of one body is kept in memory before a file is used.");

  static final Setting<Long> SPOOL_BUDGET =
      Setting.of(
          "spoolBudget",
          "1GiB",
          Quantity.size("0", "1024GiB"),
          "How much all bodies may take at once, in memory and in files; when it is used up, 503.");

  static final Setting<Path> SPOOL_DIRECTORY =
      Setting.optional(
          "spoolDirectory",
          "the temporary directory of the WAR, else of the JVM",
          new ValueForm<>("a directory that exists and can be written to", text -> Path.of(text)),
          "Where temporary files are made, in a directory of their own.");

  static final Setting<Integer> UNVERIFIED_BODY_LIMIT =
      Setting.of(
          "unverifiedBodyLimit",
          "1MiB",
          Quantity.smallSize("0", "1GiB"),
          "The largest body under a scheme that signs the body itself, which is held in memory before the caller is known.");

  static final Setting<Long> UNVERIFIED_BODY_BUDGET =
      Setting.of(
          "unverifiedBodyBudget",
          "64MiB",
          Quantity.size("0", "64GiB"),
          "How much all such bodies may take at once, and four times what those of one app key may; when it is used up, 503.");

  static final Setting<Integer> UNVERIFIED_BODIES =
      Setting.of(
          "unverifiedBodies",
          "64",
          ValueForm.count(2, 1_000_000),
          "How many such bodies may be read at the same time, each on a thread of the server, at most half of them under one app key; above that, 503, see [bodies](bodies.md#what-strangers-can-hold).");

  static final Setting<Integer> PARAMETER_LIMIT =
      Setting.of(
          "parameterLimit",
          "1000",
          ValueForm.count(0, 1_000_000),
          "The most parameters that a request may have, query and body together.");

  static final Setting<Integer> PART_LIMIT =
      Setting.of(
          "partLimit",
          "50",
          ValueForm.count(0, 1_000_000),
          "The most parts that a multipart body may hold.");

  private BodySettings() {}

  static boolean isStreaming(Written written) {
    return written.value(BODY_MODE).equals("stream");
  }

  static BodyLimits read(Written written, Path temporaryDirectory) {
    Path directory = written.valueOrNull(SPOOL_DIRECTORY);
    return new BodyLimits(
        isStreaming(written),
        written.value(BODY_LIMIT),
        written.value(BODY_TIMEOUT),
        written.value(SPOOL_MEMORY),
        written.value(SPOOL_BUDGET),
        directory == null ? temporaryDirectory : directory,
        written.value(UNVERIFIED_BODY_LIMIT),
        written.value(UNVERIFIED_BODY_BUDGET),
        written.value(UNVERIFIED_BODIES),
        written.value(PARAMETER_LIMIT),
        written.value(PART_LIMIT));
  }
}
