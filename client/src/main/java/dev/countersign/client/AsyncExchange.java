package dev.countersign.client;

import dev.countersign.signing.ContentDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that begins once the body is digested. Its answer is a future of its own: cancelling
 * it keeps the exchange from beginning, or ends it, which a dependent future would not do.
 */
final class AsyncExchange<T> {

  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private final Function<ContentDigest, CompletableFuture<T>> exchange;

  private AsyncExchange(Function<ContentDigest, CompletableFuture<T>> exchange) {
    this.exchange = exchange;
  }

  /** The answer of an exchange whose body is digested on this executor. */
  static <T> CompletableFuture<T> of(
      Executor executor,
      Supplier<CompletableFuture<ContentDigest>> digest,
      Function<ContentDigest, CompletableFuture<T>> exchange) {
    AsyncExchange<T> pending = new AsyncExchange<>(exchange);
    executor.execute(() -> pending.digest(digest));
    return pending.answer;
  }

  private void digest(Supplier<CompletableFuture<ContentDigest>> digest) {
    try {
      CompletableFuture<ContentDigest> unused = digest.get().whenComplete(this::digested);
    } catch (RuntimeException e) {
      answer.completeExceptionally(BodyDigest.unreadable(e));
    }
  }

  private void digested(@Nullable ContentDigest body, @Nullable Throwable failure) {
    if (body == null) {
      answer.completeExceptionally(BodyDigest.unreadable(failure));
    } else if (!answer.isDone()) {
      begin(body);
    }
  }

  private void begin(ContentDigest body) {
    try {
      CompletableFuture<T> sent = exchange.apply(body);
      CompletableFuture<T> unusedEnd =
          answer.whenComplete((response, failure) -> sent.cancel(true));
      CompletableFuture<T> unusedAnswer = sent.whenComplete(this::complete);
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  private void complete(T response, @Nullable Throwable failure) {
    if (failure != null) {
      answer.completeExceptionally(failure);
    } else {
      answer.complete(response);
    }
  }
}
