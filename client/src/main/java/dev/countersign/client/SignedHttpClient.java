package dev.countersign.client;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Secret;
import dev.countersign.signing.countersign1.RequestSigner;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * Sends requests over {@link HttpClient}, each signed in the scheme {@code countersign-1} for one
 * application in one environment. Immutable and thread-safe.
 *
 * <pre>{@code
 * SignedHttpClient client =
 *     SignedHttpClient.builder(new AppKey("orders-app-01"), Secret.ofText(secret), "release").build();
 * HttpResponse<String> answer =
 *     client.send(HttpRequest.newBuilder(URI.create("https://api.example.com/orders/17")).build(),
 *         BodyHandlers.ofString());
 * }</pre>
 *
 * <p>A request is an ordinary {@link HttpRequest}; it may be sent as often as one likes, each time
 * signed anew with a new nonce. Do not send what was signed before: a nonce is good for one request
 * (rule P-62 of the protocol).
 *
 * <p>The body is read twice, first for its digest and then for sending, piece by piece and never as
 * a whole in memory. The publishers of {@code BodyPublishers} allow that, except {@code
 * ofInputStream} with a supplier that hands out one stream twice, and {@code fromPublisher} around
 * a publisher that serves one subscriber. For those use the methods that take the digest. When the
 * second reading gives other bytes, the server refuses the request.
 *
 * <p>Redirects are answers: the signature names method, host and path, and the caller decides
 * whether he trusts another place. {@link HttpClient} itself may repeat an idempotent request whose
 * connection broke before any answer; should the server have received the first one, the repetition
 * is refused as {@code replayed}, and calling {@code send} again is the cure.
 */
public final class SignedHttpClient {

  private final HttpClient http;
  private final HttpRequestSigner signer;

  private SignedHttpClient(HttpClient http, HttpRequestSigner signer) {
    this.http = http;
    this.signer = signer;
  }

  /**
   * Begins a client for one application in one environment.
   *
   * @param environment the environment that is called, such as {@code release}
   */
  public static Builder builder(AppKey appKey, Secret secret, String environment) {
    return new Builder(appKey, secret, environment);
  }

  /**
   * Signs and sends the request, and waits for the answer.
   *
   * @throws IllegalArgumentException if the request cannot be signed; the message names the part
   * @throws IOException if the body cannot be read, or as {@link HttpClient#send}
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    return send(request, BodyDigest.await(BodyDigest.of(request)), handler);
  }

  /**
   * As {@link #send(HttpRequest, BodyHandler)}, with a body that is read only once.
   *
   * @param body the digest of the bytes that the request's publisher will give
   */
  public <T> HttpResponse<T> send(HttpRequest request, ContentDigest body, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    return http.send(signer.sign(request, body), handler);
  }

  /**
   * Signs and sends the request without waiting; the body is digested on the executor of the {@link
   * HttpClient}. Cancelling the future cancels the exchange.
   *
   * @return completes with the answer, or exceptionally with what {@link #send(HttpRequest,
   *     BodyHandler)} throws
   */
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    Executor executor = http.executor().orElseGet(ForkJoinPool::commonPool);
    return AsyncExchange.of(
        executor, () -> BodyDigest.of(request), body -> sendAsync(request, body, handler));
  }

  /**
   * As {@link #sendAsync(HttpRequest, BodyHandler)}, with a body that is read only once.
   *
   * @param body the digest of the bytes that the request's publisher will give
   * @throws IllegalArgumentException if the request cannot be signed; the message names the part
   */
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, ContentDigest body, BodyHandler<T> handler) {
    return http.sendAsync(signer.sign(request, body), handler);
  }

  /** Collects what differs from the usual; not thread-safe. */
  public static final class Builder {

    private final AppKey appKey;
    private final Secret secret;
    private final String environment;
    private final Set<String> signedHeaders = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private HttpClient http = HttpClient.newHttpClient();
    private InstantSource clock = InstantSource.system();

    private Builder(AppKey appKey, Secret secret, String environment) {
      this.appKey = appKey;
      this.secret = secret;
      this.environment = environment;
    }

    /**
     * The client to send with: its time-outs, proxy, TLS and HTTP version hold.
     *
     * @throws IllegalArgumentException if it follows redirects, which would hand the signature to
     *     another place
     */
    public Builder http(HttpClient client) {
      if (client.followRedirects() != HttpClient.Redirect.NEVER) {
        throw new IllegalArgumentException(
            "an HttpClient that follows redirects would send the signature elsewhere; build it with Redirect.NEVER");
      }
      this.http = client;
      return this;
    }

    /** Further headers, by name, that are signed whenever a request has them. */
    public Builder signHeaders(String... names) {
      signedHeaders.addAll(List.of(names));
      return this;
    }

    /** The time that is signed; {@link InstantSource#system()} if nothing is said. */
    public Builder clock(InstantSource source) {
      this.clock = source;
      return this;
    }

    /** The client. */
    public SignedHttpClient build() {
      RequestSigner signer = RequestSigner.of(appKey, secret, environment, clock);
      return new SignedHttpClient(http, new HttpRequestSigner(signer, Set.copyOf(signedHeaders)));
    }
  }
}
