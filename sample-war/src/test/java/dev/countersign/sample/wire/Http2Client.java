package dev.countersign.sample.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncRequester;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncClientEndpoint;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2RequesterBootstrap;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends requests over HTTP/2 without TLS, which the server is expected to speak from the first byte
 * on. One connection per request, because the bytes of a body that nobody reads stay in the window
 * of a connection, and an answer is seen while the body is still being sent. The whole exchange has
 * a deadline. Thread-safe.
 */
public record Http2Client(int port) {

  private static final Timeout PATIENCE = Timeout.ofSeconds(30);
  private static final Set<String> SAID_OTHERWISE = Set.of("host", "transfer-encoding");
  private static final HttpAsyncRequester REQUESTER = start();

  private static HttpAsyncRequester start() {
    // No processor adds a header: what a test writes is what is sent.
    HttpAsyncRequester requester =
        H2RequesterBootstrap.bootstrap()
            .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_2)
            .setH2Config(H2Config.custom().setPushEnabled(false).build())
            .setHttpProcessor(HttpProcessorBuilder.create().build())
            .create();
    requester.start();
    return requester;
  }

  /** The answer; fails where there is none when the time is over, and leaves no connection. */
  public RawResponse send(RawRequest request) {
    long deadline = System.nanoTime() + PATIENCE.toNanoseconds();
    AsyncClientEndpoint connection =
        await(
            REQUESTER.connect(new HttpHost("http", "localhost", port), PATIENCE),
            deadline,
            request);
    try {
      return response(
          await(
              connection.execute(
                  new BasicRequestProducer(head(request), body(request)),
                  new BasicResponseConsumer<>(new BasicAsyncEntityConsumer()),
                  null),
              deadline,
              request));
    } finally {
      connection.releaseAndDiscard();
    }
  }

  private static <T> T await(Future<T> future, long deadline, RawRequest request) {
    try {
      return future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new AssertionError("no answer within " + PATIENCE + " to " + describe(request), e);
    } catch (ExecutionException e) {
      throw new UncheckedIOException(describe(request), new IOException(e.getCause()));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String describe(RawRequest request) {
    return request.method() + " " + request.target() + " over HTTP/2";
  }

  private HttpRequest head(RawRequest request) {
    request.learned();
    BasicHttpRequest head =
        new BasicHttpRequest(
            request.method(), "http", new URIAuthority("localhost", port), request.target());
    for (RawRequest.Field field : request.headers()) {
      if (SAID_OTHERWISE.stream().noneMatch(field.name()::equalsIgnoreCase)) {
        head.addHeader(field.name(), field.value());
      }
    }
    if (request.hasLength() && request.header("Content-Length").isEmpty()) {
      head.addHeader("Content-Length", request.body().length);
    }
    return head;
  }

  private static AsyncEntityProducer body(RawRequest request) {
    return request.hasLength() || request.isChunked()
        ? new BasicAsyncEntityProducer(request.body(), null, request.isChunked())
        : null;
  }

  private static RawResponse response(Message<HttpResponse, byte[]> answer) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : answer.getHead().getHeaders()) {
      headers.merge(header.getName(), header.getValue(), (first, next) -> first + ", " + next);
    }
    byte[] body = answer.getBody();
    return RawResponse.of(answer.getHead().getCode(), headers, body == null ? new byte[0] : body);
  }
}
