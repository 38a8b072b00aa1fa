package dev.countersign.sample.inside;

import dev.countersign.sample.answer.Digests;
import java.util.Map;

/** What an application was told of one body, and how often. Thread-safe. */
final class ToldOfBody {

  private final Digests digests = new Digests();
  private boolean begun;
  private boolean finished;
  private long bytes;
  private int ends;
  private int failures;
  private String sha256 = "";
  private String failure = "";

  synchronized void begun() {
    begun = true;
  }

  /** Some bytes came, and behind them the stream said whether it was finished. */
  synchronized void bytes(byte[] buffer, int count, boolean finishedThen) {
    digests.add(buffer, count);
    bytes += count;
    finished |= finishedThen;
  }

  synchronized void ended() {
    ends++;
    sha256 = ends == 1 ? digests.summary().sha256() : sha256;
  }

  synchronized void failed(Throwable told, boolean finishedThen) {
    failures++;
    failure += told + "; ";
    finished |= finishedThen;
  }

  /** What became of the answer; shown where a test fails. */
  synchronized void unanswered(Exception gone) {
    failure += "unanswered: " + gone + "; ";
  }

  synchronized Map<String, Object> soFar() {
    return Map.of(
        "begun", begun,
        "bytes", bytes,
        "finished", finished,
        "ends", ends,
        "failures", failures,
        "failure", failure,
        "sha256", sha256);
  }
}
