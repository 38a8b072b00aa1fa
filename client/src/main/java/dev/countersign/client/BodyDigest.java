package dev.countersign.client;

import dev.countersign.signing.ContentDigest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads a body once, piece by piece, for its digest. */
final class BodyDigest implements Flow.Subscriber<ByteBuffer> {

  private final MessageDigest sha256 = sha256();
  private final CompletableFuture<ContentDigest> result = new CompletableFuture<>();

  private BodyDigest() {}

  /** The digest of what the request's publisher gives; that of nothing without one. */
  static CompletableFuture<ContentDigest> of(HttpRequest request) {
    return request
        .bodyPublisher()
        .filter(publisher -> publisher.contentLength() != 0)
        .map(BodyDigest::of)
        .orElseGet(() -> CompletableFuture.completedFuture(ContentDigest.OF_NOTHING));
  }

  private static CompletableFuture<ContentDigest> of(HttpRequest.BodyPublisher publisher) {
    BodyDigest digest = new BodyDigest();
    publisher.subscribe(digest);
    return digest.result;
  }

  /** Waits for a digest, and throws what kept the body from being read. */
  static ContentDigest await(CompletableFuture<ContentDigest> digest)
      throws IOException, InterruptedException {
    try {
      return digest.get();
    } catch (ExecutionException e) {
      throw unreadable(e.getCause());
    }
  }

  /** What a caller is told when his body cannot be read. */
  static IOException unreadable(@Nullable Throwable cause) {
    return new IOException("the body cannot be read for its digest", cause);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(ByteBuffer piece) {
    sha256.update(piece);
  }

  @Override
  public void onError(Throwable failure) {
    result.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    result.complete(ContentDigest.ofSha256(sha256.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
