package dev.countersign.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server on the loopback address that keeps what it receives and answers what it is told to. */
final class RecordingServer implements AutoCloseable {

  static final String ANSWER = "Grüße";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final BlockingQueue<RecordedCall> calls = new LinkedBlockingQueue<>();
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

  RecordingServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::record);
    server.start();
  }

  /** Answers this path with this status. */
  RecordingServer answering(String path, int status) {
    statuses.put(path, status);
    return this;
  }

  /** The URL of a target on this server. */
  String url(String target) {
    return "http://localhost:" + server.getAddress().getPort() + target;
  }

  /** The next call that nobody has taken yet. */
  RecordedCall take() throws InterruptedException {
    RecordedCall call = calls.poll(20, TimeUnit.SECONDS);
    if (call == null) {
      throw new AssertionError("no call arrived");
    }
    return call;
  }

  /** How many calls arrived that nobody has taken. */
  int untaken() {
    return calls.size();
  }

  private void record(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      calls.add(new RecordedCall(head(exchange), body));
      int status = statuses.getOrDefault(exchange.getRequestURI().getRawPath(), 200);
      exchange.getResponseHeaders().add("Location", url("/elsewhere"));
      byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
      boolean bodyless = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, bodyless ? -1 : answer.length);
      if (!bodyless) {
        exchange.getResponseBody().write(answer);
      }
    }
  }

  private static SignableRequest head(HttpExchange exchange) {
    URI uri = exchange.getRequestURI();
    Headers.Builder headers = Headers.builder();
    exchange.getRequestHeaders().forEach(headers::addAll);
    String host = exchange.getRequestHeaders().getFirst("Host");
    return new SignableRequest(
        exchange.getRequestMethod(),
        SignableRequest.canonicalAuthority(host == null ? "" : host),
        uri.getRawPath(),
        uri.getRawQuery() == null ? "" : uri.getRawQuery(),
        headers.build());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
