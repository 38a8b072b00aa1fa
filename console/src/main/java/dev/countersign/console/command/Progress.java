package dev.countersign.console.command;

import java.io.PrintWriter;

/** How far long work is, for people who wait; programs that read standard error are spared it. */
final class Progress {

  private static final int STEP = 25;

  private final PrintWriter err;
  private final boolean shown;

  Progress(PrintWriter err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  void say(String sentence) {
    if (shown) {
      err.println(sentence);
      err.flush();
    }
  }

  /** Says it now and then, and at the end. */
  void done(int count, int all) {
    if (count % STEP == 0 || count == all) {
      say(count + " of " + all);
    }
  }
}
