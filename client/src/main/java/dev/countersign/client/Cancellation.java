package dev.countersign.client;

import java.util.concurrent.CompletableFuture;

/** Hands the cancelling of an answer on to what was started for it; dependent futures do not by themselves. */
final class Cancellation {

  private Cancellation() {}

  /**
   * The answer; cancelling it ends the exchange, or keeps it from beginning.
   *
   * @param sent completes with the exchange once it has begun
   */
  static <T> CompletableFuture<T> of(
      CompletableFuture<T> answer, CompletableFuture<?> digest, CompletableFuture<CompletableFuture<T>> sent) {
    CompletableFuture<T> unused =
        answer.whenComplete(
            (response, failure) -> {
              if (answer.isCancelled()) {
                digest.cancel(true);
                CompletableFuture<Void> unusedEnd = sent.thenAccept(exchange -> exchange.cancel(true));
              }
            });
    return answer;
  }
}
