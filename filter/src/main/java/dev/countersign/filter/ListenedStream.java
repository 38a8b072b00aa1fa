package dev.countersign.filter;

import org.jspecify.annotations.Nullable;

/** A stream as those need to know it who tell its read listener what happens. */
interface ListenedStream {

  /** Whether all was read, and is proved. */
  boolean isFinished();

  /** Whether something can be read without waiting. */
  boolean hasData();

  /** Why nothing more can be read; {@code null} while nothing is wrong. */
  @Nullable Throwable failure();

  /** There is a listener now; whoever drives the stream is told. */
  void listen();

  /** Whether the container tells when there is more; else all is there from the beginning. */
  boolean isDriven();
}
